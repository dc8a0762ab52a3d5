using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>The support that a territory got within a period, against what was planned for it.</summary>
internal static class SupportTables
{
    private const int MostRows = 60;

    public static IEnumerable<Block> Of(TerritorySnapshot now, Outline outline)
    {
        IReadOnlyList<SnapshotActivity> support = now.Support ?? [];
        yield return outline.Section("support", "Support of the period");
        if (Total(now, support) is { } words)
            yield return new ParagraphBlock(words) { Key = "support-total", Ref = outline.Ref() };
        var (shown, rest) = Cells.AtMost(support, MostRows);
        yield return new TableBlock(
            [Column.Of("on", "Day", kind: ColumnKind.Date), Column.Of("what", "What", 2.8), Column.Of("by", "Given by", 1.5), Column.Of("amount", "How much", 1.5), Column.Of("needs", "Needs", 0.8), Column.Of("outcome", "What came out", 2.4)],
            [.. shown.Select(Row)])
        {
            Key = "support-table", Label = outline.Table(), Title = "What was given", Subtitle = "Days are those of experts; of an activity for several territories the share of this one",
            Empty = "No support was given to this territory in this period.", Source = Cells.Beneath(rest, null),
        };
        foreach (var activity in support.Where(a => a.Exception is not null))
            yield return new ParagraphBlock($"The tier of this territory does not entitle to “{activity.Title}” ({Words.Of(activity.Type).ToLowerInvariant()}, {Wording.Date(activity.On)}). A coordinator made an exception: {activity.Exception}") { Key = $"support-exception-{TableRow.KeyOf(activity.Id)}", Ref = outline.Ref() };
    }

    /// <summary>Nothing given and nothing planned needs no sentence: the table says it.</summary>
    private static string? Total(TerritorySnapshot now, IReadOnlyList<SnapshotActivity> support)
    {
        var (given, planned) = (support.Sum(a => a.Days ?? 0), (now.PlannedDays ?? []).Sum(p => p.Days));
        if (support.Count == 0 && planned == 0)
            return null;
        if (support.Count == 0)
            return $"{Words.OfExpertDays(planned)} {(planned == 1 ? "was" : "were")} planned for this territory in {now.Period.Code}.";
        var some = $"{Wording.Count(support.Count, "activity", "activities")} in {now.Period.Code}, {(given == 0 ? "none of which is counted in expert-days" : $"with {Words.OfExpertDays(given)} for this territory")}";
        return planned == 0 ? $"{some}." : $"{some}; {Words.OfDays(planned)} {(planned == 1 ? "was" : "were")} planned.";
    }

    private static TableRow Row(SnapshotActivity activity) => TableRow.Of(TableRow.KeyOf(activity.Id),
        activity.Until is { } until ? new TextCell(Wording.Date(activity.On)) { Note = $"until {Wording.Date(until)}" } : Wording.Date(activity.On),
        new TextCell(activity.Title) { Note = Words.Of(activity.Type) }, activity.Organisation,
        new TextCell(activity.Days is { } days ? Words.OfExpertDays(days) : activity.Hours is { } hours ? $"{Wording.Number(hours, hours % 1 == 0 ? 0 : 2)}\u00a0h" : "–") { Note = Beside(activity) },
        activity.Needs.Count > 0 ? string.Join(", ", activity.Needs.Select(n => Wording.Number(n))) : null,
        activity.Outcome is { } outcome ? new TextCell(outcome) { Note = Satisfaction(activity) } : Satisfaction(activity));

    private static string? Beside(SnapshotActivity activity)
    {
        string?[] parts = [activity.Participants is { } some ? $"{Wording.Number(some)} took part" : null, activity.Territories > 1 ? $"for {Wording.Number(activity.Territories)} territories" : null];
        return string.Join(", ", parts.OfType<string>()) is { Length: > 0 } words ? words : null;
    }

    private static string? Satisfaction(SnapshotActivity activity) => activity.Satisfaction is { } score ? $"satisfaction {Wording.Number(score, 1)} of 5" : null;
}
