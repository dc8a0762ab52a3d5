using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared.Blocks;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>The action plans: how well they cover their sections, their objectives, actions, milestones and effects.</summary>
internal static class ActionPlanChapter
{
    private const int MostMilestones = 40, MostInFull = 250;

    /// <param name="inFull">As a document of its own: every milestone of what is not dropped, every comment, the effects action by action.</param>
    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline, IReadOnlyList<SnapshotPlan> plans, bool inFull)
    {
        yield return outline.Chapter("action-plan", plans.Count > 1 ? "Action plans" : "Action plan");
        if (plans.Count == 0)
            yield return new ParagraphBlock("No action plan is recorded for this territory.") { Key = "action-plan-none", Ref = outline.Ref() };
        outline.Split(plans.Count > 1);
        foreach (var plan in plans)
        {
            if (plans.Count > 1)
                yield return outline.Section($"plan-{plan.Code}", plan.Title);
            foreach (var block in Of(facts, outline, plan, inFull))
                yield return block;
        }
        outline.Split(false);
    }

    private static IEnumerable<Block> Of(ReportFacts facts, Outline outline, SnapshotPlan plan, bool inFull) =>
    [
        .. PlanWords.About(plan, facts.Now, outline),
        .. Coverage(facts, outline, plan, inFull),
        .. Objectives(outline, plan),
        .. ActionTables.Late(facts, outline, plan),
        .. Milestones(facts, outline, plan, inFull),
        .. Effects(outline, plan, inFull),
        .. PlanWords.Recommendations(facts, plan, outline),
    ];

    private static IEnumerable<Block> Coverage(ReportFacts facts, Outline outline, SnapshotPlan plan, bool inFull)
    {
        var scored = plan.Sections.Where(s => s.Score is not null).ToList();
        if (scored.Count == 0)
            yield break;
        yield return outline.Part($"{plan.Code}-sections", "Coverage of the twelve sections");
        var old = facts.Before?.Plans.FirstOrDefault(p => p.Id == plan.Id)?.Sections.Where(s => s.Score is not null).ToDictionary(s => s.Section, s => s.Score!.Value) ?? [];
        var compared = old.Count > 0 && scored.Exists(s => old.TryGetValue(s.Section, out var was) && was != s.Score);
        var chart = new SectionCoverage([.. scored.Select(s => new SectionMark(Words.Of(s.Section), s.Score!.Value, Of(s, old), compared && old.TryGetValue(s.Section, out var was) ? was : null))], facts.Now.Period.Code, compared ? facts.Before!.Period.Code : null);
        var drawn = new ChartInReport(chart, "How far each section is written", "No section was scored.")
        {
            Key = $"{plan.Code}-coverage", Label = outline.Figure(), Subtitle = $"0 missing, 1 begun, 2 mostly there, 3 complete, in the eyes of the support office; {Wording.Number(scored.Sum(s => s.Score!.Value))} of {Wording.Number(3 * Enum.GetValues<PlanSection>().Length)}",
        }.Blocks();
        foreach (var block in drawn)
            yield return block is ChartBlock { Table: not null } picture ? picture with { Table = inFull ? Comments(scored) : picture.Table } : block;
    }

    private static string Of(SnapshotSection section, Dictionary<PlanSection, int> old) =>
        $"{Wording.Number(section.Score!.Value)} of 3{(old.TryGetValue(section.Section, out var was) && was != section.Score ? $", was {Wording.Number(was)}" : "")}";

    private static ChartTable Comments(List<SnapshotSection> sections) => new(
        [Column.Of("section", "Section", 1.6), Column.Of("score", "Score", kind: ColumnKind.Number), Column.Of("words", "In words"), Column.Of("comment", "Comment of the support office", 2.4)],
        [.. sections.Select(s => TableRow.Of(s.Section.ToString(), Words.Of(s.Section), Wording.Number(s.Score!.Value), Words.OfScore(s.Score.Value), s.Comment))]);

    private static IEnumerable<Block> Objectives(Outline outline, SnapshotPlan plan)
    {
        if (plan.Objectives.Count == 0)
            yield break;
        yield return outline.Part($"{plan.Code}-objectives", "Objectives");
        yield return new TableBlock(
            [Column.Of("no", "No."), Column.Of("title", plan.ObjectiveWord ?? "Objective", 4), Column.Of("actions", "Actions", kind: ColumnKind.Number), Column.Of("going", "On track or complete", kind: ColumnKind.Number), Column.Of("late", "Late", kind: ColumnKind.Number)],
            [.. plan.Objectives.Select(objective => Row(objective, [.. plan.ActionsInUse().Where(a => a.ObjectiveId == objective.Id)]))])
        {
            Key = $"{plan.Code}-objectives-table", Label = outline.Table(), Title = "Objectives and their actions", Subtitle = "Without actions that were dropped",
        };

        static TableRow Row(SnapshotObjective objective, List<SnapshotAction> actions) => TableRow.Of(TableRow.KeyOf(objective.Id), objective.Number is { } number ? Wording.Number(number) : null,
            objective.IsLever ? new TextCell(objective.Title) { Note = "a lever for all objectives" } : objective.Title,
            Wording.Number(actions.Count), Wording.Number(actions.Count(a => a.Reading!.Status is Rag.OnTrack or Rag.Complete)), Wording.Number(actions.Count(a => a.DaysLate > 0)));
    }

    private static IEnumerable<Block> Milestones(ReportFacts facts, Outline outline, SnapshotPlan plan, bool inFull)
    {
        var period = facts.Now.Period;
        var all = plan.ActionsInUse().SelectMany(a => a.Milestones.Select(m => (Action: a, Milestone: m))).ToList();
        var told = all.Where(x => inFull || x.Milestone.DaysLate > 0 || (x.Milestone.Due >= period.From && x.Milestone.Due <= period.To) || (x.Milestone.DoneOn >= period.From && x.Milestone.DoneOn <= period.To))
            .OrderByDescending(x => x.Milestone.DaysLate).ThenBy(x => x.Milestone.Due).ThenBy(x => x.Action.Number, StringComparer.Ordinal).ThenBy(x => x.Milestone.Id).ToList();
        if (all.Count == 0)
            yield break;
        yield return outline.Part($"{plan.Code}-milestones", "Milestones");
        var (shown, rest) = Cells.AtMost(told, inFull ? MostInFull : MostMilestones);
        yield return new TableBlock(
            [Column.Of("action", "Action"), Column.Of("title", "Milestone", 3), Column.Of("first", "First planned", kind: ColumnKind.Date), Column.Of("due", "Due", kind: ColumnKind.Date), Column.Of("done", "Reached", kind: ColumnKind.Date), Column.Of("status", "Status"), Column.Of("why", "What stands in its way", 1.8)],
            [.. shown.Select(x => TableRow.Of(TableRow.KeyOf(x.Milestone.Id), x.Action.Number, x.Milestone.Title, Cells.Day(x.Milestone.FirstDue), Cells.Due(x.Milestone.Due, x.Milestone.DaysLate, x.Milestone.Forecast), Cells.Day(x.Milestone.DoneOn), Cells.Status(x.Milestone.Reading), x.Milestone.Blocked ?? x.Milestone.MoveReason))])
        {
            Key = $"{plan.Code}-milestones-table", Label = outline.Table(), Title = inFull ? "Milestones, late first" : "Milestones of the period and those that are late",
            Empty = "No milestone was due in this period and none is late.",
            Source = Cells.Beneath(rest, inFull || all.Count == told.Count ? null : (Provenance)$"The plan has {Wording.Count(all.Count, "milestone")} in all."),
        };
    }

    private static IEnumerable<Block> Effects(Outline outline, SnapshotPlan plan, bool inFull)
    {
        var all = plan.ActionsInUse().SelectMany(a => a.Effects.Select(e => (Action: a, Effect: e))).ToList();
        if (all.Count == 0)
            yield break;
        yield return outline.Part($"{plan.Code}-effects", "Expected effects");
        var rows = all.GroupBy(x => (x.Effect.Kind, x.Effect.Unit)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Unit, StringComparer.Ordinal).SelectMany(g =>
            (inFull ? g.Select((x, i) => TableRow.Of(FormattableString.Invariant($"{TableRow.KeyOf(x.Action.Id)}-{g.Key.Kind}-{g.Key.Unit}-{i}"), Cells.Title(x.Action.Number, x.Action.Title), Words.Quantity(x.Effect.Amount), x.Effect.Unit, x.Effect.FromYear is { } year ? FormattableString.Invariant($"{year}") : null)) : [])
            .Append(TableRow.Of($"{g.Key.Kind}-{g.Key.Unit}", inFull ? new TextCell(Words.Of(g.Key.Kind)) { Strong = true } : Words.Of(g.Key.Kind), inFull ? new TextCell(Words.Quantity(g.Sum(x => x.Effect.Amount))) { Strong = true } : Words.Quantity(g.Sum(x => x.Effect.Amount)), g.Key.Unit, Wording.Count(g.Select(x => x.Action.Id).Distinct().Count(), "action"))));
        yield return new TableBlock([Column.Of("effect", "Effect", 2.4), Column.Of("amount", "Amount", kind: ColumnKind.Decimal), Column.Of("unit", "Unit", 1), Column.Of("from", inFull ? "From" : "Of", 1)], [.. rows])
        {
            Key = $"{plan.Code}-effects-table", Label = outline.Table(), Title = "What the actions are expected to bring", Subtitle = "As their plans state it; sums only of the same effect in the same unit",
        };
    }
}
