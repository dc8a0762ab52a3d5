using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Domain.Solutions;
using Ccri.Web.Rendering;

namespace Ccri.Web.Features.Reports.Documents.Chapters;

/// <summary>What the territory plans next, and what falls due.</summary>
internal static class NextChapter
{
    private const int MostRows = 40;

    public static IEnumerable<Block> Of(ReportFacts facts, Outline outline)
    {
        var now = facts.Now;
        var (from, to) = Span(now.Period);
        yield return outline.Chapter("next", IsQuarter(now.Period) ? "Next quarter" : "Next period");
        foreach (var block in SummaryChapter.OwnWords(now.Next, "next", now.Day, outline, "The territory has not said what it plans next."))
            yield return block;
        var (shown, rest) = Cells.AtMost([.. Due(now).Where(d => d.On >= from && d.On <= to).OrderBy(d => d.On).ThenBy(d => d.What, StringComparer.Ordinal).ThenBy(d => d.Id)], MostRows);
        yield return new TableBlock([Column.Of("on", "Day", kind: ColumnKind.Date), Column.Of("what", "What", 4), Column.Of("kind", "Kind", 1.4), Column.Of("of", "Of", 2)],
            [.. shown.Select(d => TableRow.Of($"{TableRow.KeyOf(d.Id)}-due", Cells.Day(d.On), d.What, d.Kind, d.Of))])
        {
            Key = "next-due", Label = outline.Table(), Title = $"What falls due from {Wording.Date(from)} to {Wording.Date(to)}", Empty = "Nothing falls due in that time, as far as is recorded.", Source = Cells.Beneath(rest, null),
        };
    }

    private static IEnumerable<(Guid Id, DateOnly On, string What, string Kind, string? Of)> Due(TerritorySnapshot now)
    {
        foreach (var plan in now.PlansInUse())
        {
            foreach (var action in plan.ActionsInUse().Where(a => a.DoneOn is null && !PlanAction.IsOver(a.Status)))
            {
                if ((action.Forecast ?? action.End) is { } end)
                    yield return (action.Id, end, Cells.Title(action.Number, action.Title), "Last day of an action", plan.Code);
                foreach (var milestone in action.Milestones.Where(m => m.DoneOn is null))
                    yield return (milestone.Id, milestone.Forecast ?? milestone.Due, milestone.Title, "Milestone", $"{plan.Code}, {action.Number}");
            }
            foreach (var project in plan.Projects.Where(p => InvestmentProject.Counts(p.Stage)))
                if (project.NextGate is { } gate)
                    yield return (project.Id, gate, Cells.Title(project.Number, project.Name), "Decision", plan.Code);
        }
        foreach (var solution in now.Solutions.Where(s => s is { Reading: not null, State: not (SolutionState.Stopped or SolutionState.Completed) }))
            foreach (var milestone in solution.Milestones.Where(m => m.DoneOn is null))
                yield return (milestone.Id, milestone.Forecast ?? milestone.Due, milestone.Title, "Milestone", solution.Code);
    }

    private static bool IsQuarter(SnapshotPeriod period) => ReportingPeriod.QuarterOf(period.From).Days is var days && days.From == period.From && days.To == period.To;

    /// <summary>As long as this period; the next quarter after a quarter.</summary>
    private static (DateOnly From, DateOnly To) Span(SnapshotPeriod period)
    {
        var from = period.To.AddDays(1);
        return IsQuarter(period) ? (from, from.AddMonths(3).AddDays(-1)) : (from, period.To.AddDays(period.To.DayNumber - period.From.DayNumber + 1));
    }
}
