using Ccri.Domain;
using Ccri.Domain.Reports;
using Ccri.Domain.Solutions;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared.Blocks;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>The circular systemic solutions: their phases and roadmap, what hinders and what helps.</summary>
internal static class SolutionChapter
{
    private const string Today = "Facts of this report";

    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline)
    {
        yield return outline.Chapter("solutions", facts.Now.Solutions.Count == 1 ? "Solution" : "Solutions");
        if (facts.Now.Solutions.Count == 0)
            yield return new ParagraphBlock("No circular systemic solution is recorded for this territory.") { Key = "solutions-none", Ref = outline.Ref() };
        foreach (var solution in facts.Now.Solutions)
        {
            yield return outline.Section($"solution-{solution.Code}", solution.Title);
            foreach (var block in Of(solution, facts.Now, outline))
                yield return block;
        }
    }

    private static IEnumerable<Block> Of(SnapshotSolution solution, TerritorySnapshot now, Outline outline)
    {
        var phase = solution.Phase is { } at ? $" and stands in the phase {Words.Of(at)}" : "";
        yield return new ParagraphBlock($"The solution {solution.Code} is {Words.Of(solution.State).ToLowerInvariant()}{phase}.{(solution.IsSupported ? " The support office accompanies it." : "")}{(solution.Strands.Count > 0 ? $" It works on: {string.Join(", ", solution.Strands)}." : "")}")
        { Key = $"{solution.Code}-about", Ref = outline.Ref(), Source = Sources.Of(solution.Said, now.Day) };
        foreach (var (text, i) in (solution.Objectives ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((t, i) => (t, i)))
            yield return new ParagraphBlock(text) { Key = FormattableString.Invariant($"{solution.Code}-objectives-{i + 1}"), Ref = outline.Ref() };
        if (solution.Phases.Count > 0 || solution.Changes.Count > 0)
            foreach (var block in new ChartInReport(Phases(solution, now.Day), "Phases", "No phase has begun.") { Key = $"{solution.Code}-phases", Label = outline.Figure(), Subtitle = "As they came; a phase may be entered again" }.Blocks())
                yield return block;
        if (solution.Milestones.Count > 0)
            foreach (var block in new ChartInReport(Roadmap(solution, now.Day), "Roadmap", "No milestone is recorded.") { Key = $"{solution.Code}-roadmap", Label = outline.Figure(), Subtitle = "Milestones: as first planned and as they stand now" }.Blocks())
                yield return block;
        if (solution.Factors.Count > 0)
            yield return new TableBlock(
                [Column.Of("kind", "Kind"), Column.Of("text", "What hinders or helps", 2.6), Column.Of("dimension", "Of", 1.3), Column.Of("response", "What is done about it", 2.2)],
                [.. solution.Factors.OrderBy(f => f.Kind).Select(f => TableRow.Of(TableRow.KeyOf(f.Id), Words.Of(f.Kind), f.Text, Words.Of(f.Dimension), f.Response))])
            { Key = $"{solution.Code}-factors", Label = outline.Table(), Title = "Barriers and levers" };
        if (solution.Criteria.Count > 0)
            yield return new TableBlock(
                [Column.Of("criterion", "Criterion of a systemic solution", 2.4), Column.Of("score", "Score, of 3", kind: ColumnKind.Number), Column.Of("evidence", "Evidence", 2.4)],
                [.. solution.Criteria.OrderBy(c => c.Criterion).Select(c => TableRow.Of(c.Criterion.ToString(), Words.Of(c.Criterion), Wording.Number(c.Score), c.Evidence))])
            { Key = $"{solution.Code}-criteria", Label = outline.Table(), Title = "How systemic it is" };
    }

    private static PhaseStrip Phases(SnapshotSolution solution, DateOnly day)
    {
        var from = new List<DateOnly>(); // "2024" may follow 1 May 2024: what comes later is drawn no earlier
        foreach (var phase in solution.Phases)
            from.Add(from.Count > 0 && phase.From < from[^1] ? from[^1] : phase.From);
        string Begin(int i) => Words.Of(new PartialDate(solution.Phases[i].From, solution.Phases[i].Precision));
        var spans = solution.Phases.Select((phase, i) => (phase.Phase, Span: i + 1 < solution.Phases.Count
            ? new PhaseSpan(from[i], Begin(i), from[i + 1], Begin(i + 1))
            : new PhaseSpan(from[i], Begin(i), null, "goes on"))).ToLookup(s => s.Phase, s => s.Span);
        var marks = solution.Changes.Where(c => c.To != SolutionState.Active).OrderBy(c => c.On)
            .Select(c => (c.To, Day: new PartialDate(c.On, c.Precision)))
            .Select(c => new PhaseMark(c.Day.First.AddDays((c.Day.Last.DayNumber - c.Day.First.DayNumber) / 2), Words.Of(c.Day), Enum.Parse<PhaseMarkKind>(c.To.ToString()), Words.Of(c.To)));
        return new PhaseStrip([.. Enum.GetValues<Phase>().Select(phase => new PhaseLane(Words.Of(phase), [.. spans[phase]]))], [.. marks], day, Today);
    }

    private static RoadmapTimeline Roadmap(SnapshotSolution solution, DateOnly day) =>
        new([.. solution.Milestones.OrderBy(m => m.FirstDue).ThenBy(m => m.Due).ThenBy(m => m.Id).Select(Mark)], day, Today);

    private static MilestoneMark Mark(SnapshotMilestone milestone)
    {
        var day = milestone.DoneOn ?? milestone.Forecast ?? milestone.Due;
        return new MilestoneMark(milestone.Title, milestone.FirstDue, Wording.Date(milestone.FirstDue), day, Wording.Date(day),
            milestone.DoneOn is not null ? MilestoneState.Done : milestone.DaysLate > 0 ? MilestoneState.Late : MilestoneState.Due,
            milestone.DoneOn is { } done ? $"done {Wording.Date(done)}" : milestone.DaysLate > 0 ? Wording.Late(milestone.DaysLate) : "to come");
    }
}
