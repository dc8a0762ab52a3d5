using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>The state of all territories on one page, for the support office, the worst first; then what each says of itself.</summary>
public static class QuarterOverview
{
    public static Report Of(QuarterFacts facts)
    {
        var (now, outline) = (facts.Now, new Outline());
        var territories = now.Territories.OrderByDescending(t => Severity.Of(t.Status)).ThenByDescending(t => t.LateActions).ThenBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Id).ToList();
        var meta = DocumentFrame.Meta(facts.Issue, now.Period, "Overview of the quarter", now.Period.Name, now.Notice) with { Running = $"Overview {now.Period.Code}" };
        return new Report(meta with { Subtitle = Subtitle(territories) },
        [
            new TitleBlock(DocumentFrame.Organisation,
            [
                new("Period", DocumentFrame.Days(now.Period)),
                new(facts.Issue.IsDraft ? "Facts of" : "Frozen", Wording.Instant(DocumentFrame.At(facts.Issue))),
                new("Sensitivity", "Limited"),
                new("Revision", facts.Issue.IsDraft ? "None, a draft" : Wording.Number(facts.Issue.Revision)),
            ]) { Key = "title", Unit = $"{DocumentFrame.Unit}. {DocumentFrame.Funded}" },
            States(facts, territories, outline),
            .. Exceptions(facts, territories),
            new HeadingBlock(2, "What each territory says") { Key = "summaries" },
            Summaries(territories, outline),
            .. QuarterNeeds.Of(now.Support, outline),
            .. now.Sessions?.Blocks(outline) ?? [],
            .. Verification.Of(facts.Issue, now.Period, null, null, 2),
        ]);
    }

    private static string Subtitle(List<QuarterLine> territories) => territories.Count == 0
        ? "No territory takes part"
        : $"{Wording.Count(territories.Count, "territory", "territories")}: " + string.Join(", ", territories.GroupBy(t => t.Status).Select(g => $"{Wording.Number(g.Count())}\u00a0{Words.Of(g.Key).ToLowerInvariant().Replace(' ', '\u00a0')}"));

    private static TableBlock States(QuarterFacts facts, List<QuarterLine> territories, Outline outline)
    {
        var before = facts.Earlier is [.., var last] ? last : null;
        return new TableBlock(
            [Column.Of("territory", "Territory", 2.6), Column.Of("tier", "Tier"), Column.Of("status", "Status"), Column.Of("was", before?.Period ?? "Before"), Column.Of("report", "Report"), Column.Of("late", "Late actions", kind: ColumnKind.Number), Column.Of("actions", "of", kind: ColumnKind.Number),
                Column.Of("secured", "Secured", kind: ColumnKind.Money), Column.Of("gap", "Gap", kind: ColumnKind.Money), Column.Of("changes", "Changes", kind: ColumnKind.Number)],
            [.. territories.Select(t => TableRow.Of(TableRow.KeyOf(t.Id), t.Name, t.Tier, Cells.Status(t.Status), Cells.Status(before is not null && before.Things.TryGetValue(t.Id, out var was) ? was : (Rag?)null), Briefly(t),
                Wording.Number(t.LateActions), Wording.Number(t.Actions), Cells.Millions(t.Secured), Cells.Millions(t.Gap), t.Changes is { } changes ? Wording.Number(changes) : null))])
        {
            Key = "states", Dense = true, Label = outline.Table(), Title = "The state of all territories, the worst first", Subtitle = "Money in EUR million; changes since the period before; a dash where nothing is known",
            Empty = "No territory takes part in this period.",
        };
    }

    private static IEnumerable<Block> Exceptions(QuarterFacts facts, List<QuarterLine> territories)
    {
        if (facts.Issue.Exception is { } reason)
            yield return new ParagraphBlock($"Frozen although participants are not confirmed or not named. Reason: {reason}") { Key = "exception" };
        foreach (var (words, some, key) in new[]
        {
            ("The name is not public yet of: ", territories.Where(t => !t.IsNamed).ToList(), "unnamed"),
            ("No source that was read confirms the part of: ", territories.Where(t => t is { IsNamed: true, IsConfirmed: false }).ToList(), "unconfirmed"),
        })
            if (some.Count > 0)
                yield return new ParagraphBlock($"{words}{string.Join(", ", some.Select(t => t.Name))}.") { Key = key };
    }

    private static TableBlock Summaries(List<QuarterLine> territories, Outline outline) => new(
        [Column.Of("territory", "Territory", 1.5), Column.Of("summary", "In its own words", 3), Column.Of("why", "Why it stands so", 2.2), Column.Of("risks", "Risks", kind: ColumnKind.Number), Column.Of("findings", "Findings", kind: ColumnKind.Number)],
        [.. territories.OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Id).Select(t => TableRow.Of($"{TableRow.KeyOf(t.Id)}-summary", new TextCell(t.Name) { Note = Briefly(t) }, t.Summary, t.Why, Wording.Number(t.OpenRisks), Wording.Number(t.Findings)))])
    {
        Key = "summary-lines", Label = outline.Table(), Title = "By name", Subtitle = "The first sentence of each summary; a dash where none was written", Empty = "No territory takes part in this period.",
    };

    /// <summary>In a word, for the narrow column.</summary>
    private static string Briefly(QuarterLine territory) => (territory.State, territory.Cause) switch
    {
        (ReportState.Approved, _) => "Approved",
        (ReportState.Submitted, _) => "Submitted",
        (ReportState.Returned, _) => "Returned",
        (_, SnapshotCause.CutOff or SnapshotCause.Freezing) => "Captured",
        (ReportState.InProgress, _) => "In progress",
        _ => "No data",
    };
}
