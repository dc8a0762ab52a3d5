using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared.Blocks;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>The territory's own words, the key figures, and how everything stands.</summary>
internal static class SummaryChapter
{
    /// <param name="isPart">Which plans the document tells of.</param>
    /// <param name="whole">The document tells of the whole territory: with its own words, its solutions and its risks.</param>
    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline, Func<SnapshotPlan, bool> isPart, bool whole)
    {
        var (now, before) = (facts.Now, facts.Before);
        yield return outline.Chapter("summary", "Summary");
        var remarks = DocumentFrame.Remarks(facts);
        if (remarks.Count > 0)
            yield return new NoteBlock(string.Join(" ", remarks)) { Key = "remarks", Title = "Before you read on" };
        if (whole)
            foreach (var block in OwnWords(now.Summary, "summary", now.Day, outline, "The territory has written no summary of this period."))
                yield return block;
        yield return KeyFigures.Of(now, isPart, whole).Block(before is null ? null : KeyFigures.Of(before, isPart, whole), before?.Period.Code, whole);
        yield return outline.Section("status", "Status");
        foreach (var block in Statuses(facts, isPart, whole))
            yield return block;
        foreach (var block in History(facts, outline, isPart, whole))
            yield return block;
    }

    public static IEnumerable<Block> OwnWords(Statement? statement, string key, DateOnly day, Outline outline, string none)
    {
        if (statement is null)
        {
            yield return new ParagraphBlock(none) { Key = $"{key}-none" };
            yield break;
        }
        var paragraphs = statement.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < paragraphs.Length; i++)
            yield return new ParagraphBlock(paragraphs[i]) { Key = FormattableString.Invariant($"{key}-{i + 1}"), Ref = outline.Ref(), Source = i == 0 ? Sources.Of(statement.Said, day) : null };
    }

    private static IEnumerable<Block> Statuses(ReportFacts facts, Func<SnapshotPlan, bool> isPart, bool whole)
    {
        var (now, before) = (facts.Now, facts.Before);
        var old = before is null ? [] : Things(before, _ => true, true).ToDictionary(t => t.Id, t => t.Status);
        foreach (var (id, name, status, said) in Things(now, isPart, whole))
            yield return new StatusBlock(Cells.Mark(status.Status), Words.Of(status.Status), name, status.Why.Length > 0 ? status.Why : "No reason is recorded.")
            {
                Key = $"status-{TableRow.KeyOf(id)}",
                Large = whole && id == now.Territory.Id,
                Was = before is null ? null : !old.TryGetValue(id, out var was) ? $"new since {before.Period.Code}" : was.Status == status.Status ? "unchanged" : $"was {Words.Of(was.Status)} in {before.Period.Code}",
                Source = Sources.Of(status, said, now.Day),
            };
        if (!Things(now, isPart, whole).Any())
            yield return new ParagraphBlock("Nothing stands in any status: no plan is recorded.") { Key = "status-none" };
    }

    private static IEnumerable<Block> History(ReportFacts facts, Outline outline, Func<SnapshotPlan, bool> isPart, bool whole)
    {
        if (facts.Earlier.Count == 0)
            return [];
        string[] periods = [.. facts.Earlier.Select(e => e.Period), facts.Now.Period.Code];
        var rows = Things(facts.Now, isPart, whole).Select(t => new StatusRow(t.Name,
            [.. facts.Earlier.Select(e => e.Things.TryGetValue(t.Id, out var was) ? Point(was) : null), Point(t.Status.Status)])).ToList();
        if (rows.Count == 0)
            return [];
        var what = periods.All(p => p.Contains("-Q", StringComparison.Ordinal)) ? "quarters" : "periods";
        return new ChartInReport(new StatusOverTime(rows, periods), $"Status over {Wording.Number(periods.Length)} {what}", "There is nothing to compare yet.")
        {
            Key = "status-over-time", Label = outline.Figure(), Subtitle = "As frozen at the end of each period; empty where there was no such thing yet",
            Source = "Circle: on track. Triangle: at risk. Square: off track. Diamond: complete. Dashed ring: no data.",
        }.Blocks();
    }

    private static StatusPoint Point(Rag status) => new(Cells.Shape(status), Words.Of(status));

    private static IEnumerable<(Guid Id, string Name, SnapshotStatus Status, Said? Said)> Things(TerritorySnapshot snapshot, Func<SnapshotPlan, bool> isPart, bool whole)
    {
        if (whole)
            yield return (snapshot.Territory.Id, "Overall", snapshot.Status, null);
        foreach (var plan in snapshot.Plans.Where(isPart))
            if (plan.Reading is { } reading)
                yield return (plan.Id, $"{Name(plan.Kind)}: {plan.Title}", reading, plan.Said);
        foreach (var solution in whole ? snapshot.Solutions : [])
            if (solution.Reading is { } reading)
                yield return (solution.Id, $"Solution: {solution.Title}", reading, solution.Said);
    }

    private static string Name(PlanKind kind) => kind == PlanKind.Ceap ? "Action plan (CEAP)" : "Investment plan (CEIP)";
}
