using Ccri.Domain.Needs;
using Ccri.Domain.Reports;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared.Blocks;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>What a territory needs help with, and what it got: assessments, needs with its verdicts, support of the period. Facts from before needs were recorded have no such chapter.</summary>
internal static class NeedChapter
{
    private const int MostNeeds = 60;

    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline) => facts.Now.Needs is not { } needs ? [] :
    [
        outline.Chapter("needs", "Needs and support"),
        .. Assessment(facts.Now.Assessment, outline),
        .. Needs(facts, needs, outline),
        .. SupportTables.Of(facts.Now, outline),
    ];

    private static IEnumerable<Block> Assessment(SnapshotAssessment? assessment, Outline outline)
    {
        yield return outline.Section("assessment", "Assessment");
        if (assessment is null)
        {
            yield return new ParagraphBlock("The support office has not assessed this territory yet.") { Key = "assessment-none", Ref = outline.Ref() };
            yield break;
        }
        var chart = new DumbbellRows([.. assessment.Answers.Select(Row)], assessment.First is { } first ? $"First, {Wording.Date(first)}" : "First", $"{(assessment.First is null ? "Assessed on" : "Now,")} {Wording.Date(assessment.Now)}");
        foreach (var block in new ChartInReport(chart, assessment.First is null ? "The territory as it was assessed" : "From the first assessment to the last", "No question was answered.")
            { Key = "assessment-chart", Label = outline.Figure(), Subtitle = $"{assessment.Questionnaire}, version {Wording.Number(assessment.Version)}; 0 nothing yet, 5 in place and reviewed, in the eyes of the support office" }.Blocks())
            yield return block;
        if (NotCompared(assessment) is { } words)
            yield return new ParagraphBlock(words) { Key = "assessment-compared", Ref = outline.Ref() };
    }

    private static DumbbellRow Row(SnapshotAnswer answer) => new(answer.Name, answer.First, answer.Now, answer switch
    {
        { First: { } first, Now: { } now } => $"{Wording.Number(first)} → {Wording.Number(now)}",
        { Now: { } now } => Wording.Number(now),
        { First: { } first } => $"was {Wording.Number(first)}",
        _ => "not answered",
    }, answer.Cluster);

    private static string? NotCompared(SnapshotAssessment assessment)
    {
        if (assessment.First is null)
            return "The territory was assessed once, so there is nothing to compare it with yet.";
        var apart = assessment.Answers.Where(a => a.Comparability != Comparability.Comparable).GroupBy(a => a.Comparability!.Value).OrderBy(g => g.Key)
            .Select(g => $"{Words.Of(g.Key)}: {string.Join(", ", g.Select(a => a.Name))}").ToList();
        return apart.Count == 0 ? null : $"The two assessments are not compared everywhere. {string.Join(". ", apart.Select(words => $"{char.ToUpperInvariant(words[0])}{words[1..]}"))}.";
    }

    private static IEnumerable<Block> Needs(ReportFacts facts, IReadOnlyList<SnapshotNeed> needs, Outline outline)
    {
        yield return outline.Section("needs-list", "Needs");
        // What closed between the end of the period before and its freezing is in two snapshots: it is told in the first.
        var told = facts.Before?.Needs?.Where(n => !n.IsOpen()).Select(n => (n.Id, n.ClosedOn)).ToHashSet() ?? [];
        var (open, closed) = (needs.Where(n => n.IsOpen()).ToList(), needs.Where(n => !n.IsOpen() && !told.Contains((n.Id, n.ClosedOn))).OrderBy(n => n.ClosedOn).ThenBy(n => n.Number).ToList());
        List<TableRow> rows = [];
        if (open.Count > 0)
            rows.AddRange(open.Select(n => Row(n, facts.Now.Day)).Prepend(TableRow.Over($"Open: {Wording.Number(open.Count)}", key: "needs-open")));
        if (closed.Count > 0)
            rows.AddRange(closed.Select(n => Row(n, facts.Now.Day)).Prepend(TableRow.Over($"Judged or dropped since {Wording.Date(facts.Now.Period.From)}: {Wording.Number(closed.Count)}", key: "needs-closed")));
        var (shown, rest) = Cells.AtMost(rows, MostNeeds);
        yield return new TableBlock(
            [Column.Of("no", "No.", kind: ColumnKind.Number), Column.Of("need", "Need", 3.2), Column.Of("severity", "Severity", kind: ColumnKind.Number), Column.Of("urgency", "Urgency", kind: ColumnKind.Number), Column.Of("raised", "Raised", kind: ColumnKind.Date), Column.Of("state", "State", 1.3), Column.Of("served", "Served", 1.3), Column.Of("verdict", "The territory says", 1.3)],
            shown)
        {
            Key = "needs-table", Label = outline.Table(), Title = "Needs, the gravest first", Subtitle = "Severity and urgency from 1 to 5",
            Empty = "No need is recorded.", Source = Cells.Beneath(rest, Sources.Of(needs.Select(n => n.Said), facts.Now.Day, "need")),
        };
    }

    private static TableRow Row(SnapshotNeed need, DateOnly day) => TableRow.Of(TableRow.KeyOf(need.Id), Wording.Number(need.Number), new TextCell(need.Statement) { Note = need.Dimension },
        Wording.Number(need.Severity), Wording.Number(need.Urgency), Cells.Day(need.RaisedOn), State(need), Served(need, day),
        need.Verdict is { } verdict ? new TextCell(Words.Of(verdict.Verdict)) { Note = $"{Wording.Date(verdict.On)}{(verdict.IsTold ? ", as told to the support office" : "")}" } : null);

    private static Cell State(SnapshotNeed need) => new TextCell(Words.Of(need.State)) { Note = need.MergedInto is { } other ? $"merged into {Wording.Number(other)}: {need.Reason}" : need.Reason };

    private static Cell Served(SnapshotNeed need, DateOnly day)
    {
        var late = Unserved.IsTooLong(need.IsOpen(), need.RaisedOn, need.ServedOn, day) ? $"nobody for {Wording.Count(Unserved.DaysWaited(need.IsOpen(), need.RaisedOn, need.ServedOn, day), "day")}" : null;
        return need.Activities == 0 ? new TextCell("Not yet") { Late = late } : new TextCell(Wording.Count(need.Activities, "activity", "activities")) { Note = need.ServedOn is { } on ? $"last on {Wording.Date(on)}" : null, Late = late };
    }
}
