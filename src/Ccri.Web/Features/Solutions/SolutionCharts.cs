using Ccri.Domain;
using Ccri.Domain.Solutions;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Solutions;

/// <summary>What is drawn of a solution: its phases and states over time, and its roadmap.</summary>
public static class SolutionCharts
{
    private const string TodayWords = "Today";

    public static PhaseStrip Phases(GetSolution.Details solution, DateOnly today)
    {
        var from = new List<DateOnly>(); // "2024" may follow 1 May 2024: what comes later is drawn no earlier
        foreach (var phase in solution.Phases)
            from.Add(from.Count > 0 && phase.From < from[^1] ? from[^1] : phase.From);
        var spans = solution.Phases.Select((phase, index) => (phase.Phase, Span: index + 1 < solution.Phases.Count
            ? new PhaseSpan(from[index], Words.Of(phase.Begin), from[index + 1], Words.Of(solution.Phases[index + 1].Begin))
            : new PhaseSpan(from[index], Words.Of(phase.Begin), null, "today"))).ToLookup(s => s.Phase, s => s.Span);
        var marks = from change in solution.Changes
                    where change.To != SolutionState.Active // it goes on; the lanes show that
                    orderby change.On
                    select new PhaseMark(Middle(new PartialDate(change.On, change.Precision)), Words.Of(change.Day), Enum.Parse<PhaseMarkKind>(change.To.ToString()), Words.Of(change.To));
        return new PhaseStrip([.. Enum.GetValues<Phase>().Select(phase => new PhaseLane(Words.Of(phase), [.. spans[phase]]))], [.. marks], today, TodayWords);
    }

    /// <summary>Where a date is drawn of which only the quarter or the year is known.</summary>
    private static DateOnly Middle(PartialDate date) => date.First.AddDays((date.Last.DayNumber - date.First.DayNumber) / 2);

    /// <summary>Of the milestones that the table shows, in the order of their days.</summary>
    public static RoadmapTimeline Roadmap(MilestoneRows milestones) =>
        new([.. milestones.Rows.OrderBy(m => m.FirstDue).ThenBy(m => m.Due).ThenBy(m => m.Id).Select(m => Mark(m, milestones.Today))], milestones.Today, TodayWords);

    private static MilestoneMark Mark(MilestoneRow milestone, DateOnly today)
    {
        var (late, day) = (milestone.DaysLate(today), milestone.DoneOn ?? milestone.Forecast ?? milestone.Due);
        return new MilestoneMark(milestone.Title, milestone.FirstDue, Words.Of(milestone.FirstDue), day, Words.Of(day),
            milestone.DoneOn is not null ? MilestoneState.Done : late > 0 ? MilestoneState.Late : MilestoneState.Due,
            milestone.DoneOn is { } done ? $"done {Words.Of(done)}" : late > 0 ? $"{Plural.Of(late, "day")} late" : Words.DueIn(milestone.Due, today));
    }
}
