using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>Where the plans do not fit together, as the system found.</summary>
internal static class FindingChapter
{
    private const int MostRows = 80;

    public static IEnumerable<Block> Of(IReadOnlyList<SnapshotFinding> findings, Outline outline)
    {
        yield return outline.Chapter("findings", "Coherence findings");
        var (shown, rest) = Cells.AtMost([.. findings.OrderBy(f => f.Accepted is not null).ThenBy(f => f.Kind)], MostRows);
        yield return new TableBlock(
            [Column.Of("finding", "Finding", 1.3), Column.Of("what", "Where", 1.8), Column.Of("why", "Why, and what would mend it", 3), Column.Of("state", "State", 1.3)],
            Cells.Unique(shown.Select(f => TableRow.Of($"{f.Kind}-{TableRow.KeyOf(f.SubjectId)}", Words.Of(f.Kind), f.What, f.Why, f.Accepted is { } accepted ? new TextCell("Accepted") { Note = accepted } : "Open"))))
        {
            Key = "findings-table", Label = outline.Table(), Title = "Found by comparing the plans with each other", Subtitle = "None of them blocks this report",
            Empty = "The plans, projects and solutions fit together: nothing was found.", Source = Cells.Beneath(rest, null),
        };
    }
}
