using Ccri.Domain.Reports;
using Ccri.Domain.Risks;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>What may go wrong and what has, the gravest first.</summary>
internal static class RiskChapter
{
    private const int MostRows = 80;

    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline)
    {
        var risks = facts.Now.Risks;
        yield return outline.Chapter("risks", "Risks and issues");
        var open = risks.Where(r => r.ClosedOn is null).OrderByDescending(Weight).ToList();
        // The facts are taken after the period ends, so what closed in between is in two snapshots: it is told in the first.
        var told = facts.Before?.Risks.Where(r => r.ClosedOn is not null).Select(r => (r.Id, r.ClosedOn)).ToHashSet() ?? [];
        var closed = risks.Where(r => r.ClosedOn is not null && !told.Contains((r.Id, r.ClosedOn))).OrderBy(r => r.ClosedOn).ToList();
        List<TableRow> rows = [];
        if (open.Count > 0)
            rows.AddRange(open.Select(Row).Prepend(TableRow.Over($"Open: {Wording.Number(open.Count)}", key: "open")));
        if (closed.Count > 0)
            rows.AddRange(closed.Select(Row).Prepend(TableRow.Over($"Closed since {Wording.Date(facts.Now.Period.From)}: {Wording.Number(closed.Count)}", key: "closed")));
        var (shown, rest) = Cells.AtMost(rows, MostRows);
        yield return new TableBlock(
            [Column.Of("title", "Risk or issue", 2.6), Column.Of("probability", "Likely"), Column.Of("impact", "Impact"), Column.Of("mitigation", "What is done, or how it ended", 2.4), Column.Of("owner", "Owner", 1.3), Column.Of("raised", "Noticed", kind: ColumnKind.Date)],
            shown)
        {
            Key = "risks-table", Label = outline.Table(), Title = "Risks and issues, the gravest first", Subtitle = "A risk may happen; an issue has happened",
            Empty = "No risk or issue is recorded.", Source = Cells.Beneath(rest, Sources.Of(open.Select(r => r.Said), facts.Now.Day, "open entry", "open entries")),
        };
    }

    /// <summary>As the register sorts them.</summary>
    private static int Weight(SnapshotRisk risk) => ((int)risk.Impact + 1) * (risk.Probability is { } probability ? (int)probability + 1 : 4);

    private static TableRow Row(SnapshotRisk risk) => TableRow.Of(TableRow.KeyOf(risk.Id), new TextCell(risk.Title) { Note = risk.Kind == RiskKind.Risk ? "risk" : "issue" },
        risk.Probability is { } probability ? Of(probability) : "has happened", Of(risk.Impact), risk.ClosedOn is { } on ? new TextCell(risk.Outcome ?? "Closed") { Note = $"closed on {Wording.Date(on)}" } : risk.Mitigation, risk.Owner, Cells.Day(risk.RaisedOn));

    private static string Of(RiskLevel level) => level.ToString();
}
