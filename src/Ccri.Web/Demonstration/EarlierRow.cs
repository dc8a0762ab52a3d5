using Ccri.Domain;
using Ccri.Domain.Indicators;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Milestones;
using Ccri.Domain.Needs;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Risks;
using Ccri.Domain.Solutions;
using Ccri.Domain.Statuses;
using Ccri.Domain.Support;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Demonstration;

/// <summary>What an invented row held at the end of an earlier day: what had not happened by then is taken back. What a row says of no day stands as it is.</summary>
/// <param name="rows">All that was invented, as it is today.</param>
internal sealed class EarlierRow(IReadOnlyCollection<Entity> rows, DateOnly today)
{
    /// <summary>So long before its day somebody who reports says when a late thing is expected.</summary>
    private const int DaysToForecast = 30;

    private readonly Dictionary<Guid, DateOnly> _since = rows.Select(row => (row.Id, Since: Born(row))).Where(row => row.Since is not null).ToDictionary(row => row.Id, row => row.Since!.Value);
    private readonly ILookup<Guid, StageChange> _stages = rows.OfType<StageChange>().ToLookup(change => change.ProjectId);
    private readonly ILookup<Guid, StateChange> _states = rows.OfType<StateChange>().ToLookup(change => change.SolutionId);
    private readonly ILookup<Guid, PhaseEntry> _phases = rows.OfType<PhaseEntry>().ToLookup(entry => entry.SolutionId);
    private readonly EarlierNeed _needs = new(rows);
    private readonly EarlierSession _sessions = new(rows);
    private readonly ILookup<Guid, MilestoneMove> _moves = rows.OfType<MilestoneMove>().ToLookup(move => move.MilestoneId);

    /// <summary>Whether the row was there.</summary>
    public bool Exists(Entity row, DateOnly day) => Since(row) is not { } since || since <= day;

    /// <summary>The properties that were others, by name.</summary>
    public Dictionary<string, object?> Was(Entity row, DateOnly day) => row switch
    {
        PlanAction action => Action(action, day),
        Milestone milestone => Milestone(milestone, day),
        InvestmentProject project => Project(project, day),
        FundingLine line when line.On > day => new() { [nameof(line.Status)] = Before(line.Status), [nameof(line.On)] = null },
        SectionScore { Score: > 0 } score when new Chance($"{score.Id} earlier").From(30, 500) is var days && today.AddDays(-days) > day => new() { [nameof(score.Score)] = score.Score - 1 },
        Recommendation { AnsweredOn: { } on } when on > day => new() { [nameof(Recommendation.Uptake)] = Uptake.Open, [nameof(Recommendation.Answer)] = null, [nameof(Recommendation.AnsweredOn)] = null },
        Plan plan => Plan(plan, day),
        Solution solution => Solution(solution, day),
        Risk { ClosedOn: { } on } when on > day => new() { [nameof(Risk.ClosedOn)] = null, [nameof(Risk.Outcome)] = null },
        Observation { EndedAt: { } at } when DateOnly.FromDateTime(at) > day => new() { [nameof(Observation.EndedAt)] = null, [nameof(Observation.EndReason)] = null },
        Need need => _needs.Was(need, day),
        Session session => _sessions.Was(session, day),
        SessionItem item => EarlierSession.Was(item, day),
        Objection objection => EarlierSession.Was(objection, day),
        FactNote => new() { [nameof(FactNote.RecordedAt)] = Invention.Afternoon(day.AddDays(-1)) },
        _ => [],
    };

    /// <summary>A source came with its row, a recommendation with its review, an answer with its round, what was said with its session.</summary>
    private DateOnly? Since(Entity row) => row is Need need ? _needs.Since(need) : _since.TryGetValue(row switch
    {
        FactNote note => note.SubjectId,
        Recommendation recommendation => recommendation.ReviewId,
        Rating rating => rating.RoundId,
        ActivityTerritory territory => territory.ActivityId,
        ServedNeed served => served.ActivityId,
        Attendee or Guest or SessionItem or ItemTerritory or ItemSolution => _sessions.Of(row),
        _ => row.Id,
    }, out var since) ? since : null;

    private static DateOnly? Born(Entity row) => row switch
    {
        PlanVersion version => DateOnly.FromDateTime(version.At),
        RoadmapVersion version => version.AgreedOn,
        StatusEntry entry => entry.On,
        Acceptance acceptance => DateOnly.FromDateTime(acceptance.At),
        StageChange change => change.On,
        PhaseEntry entry => entry.From,
        StateChange change => change.On,
        MilestoneMove move => DateOnly.FromDateTime(move.At),
        Observation observation => DateOnly.FromDateTime(observation.RecordedAt),
        PlanReview review => review.On,
        CriterionScore score => score.On,
        Risk risk => risk.RaisedOn,
        AssessmentRound round => round.On,
        NeedStep step => step.On,
        SupportActivity activity => activity.Until ?? activity.On,
        LoggedContact contact => contact.On,
        Session session => DateOnly.FromDateTime(session.LoggedAt),
        SessionStep step => DateOnly.FromDateTime(step.At),
        Objection objection => DateOnly.FromDateTime(objection.RaisedAt),
        GroupReportText { WrittenAt: { } at } => DateOnly.FromDateTime(at),
        _ => null,
    };

    private Dictionary<string, object?> Action(PlanAction action, DateOnly day)
    {
        var was = new Dictionary<string, object?>();
        var chance = new Chance($"{action.Id} earlier");
        var dropped = action.Status == ActionStatus.Dropped ? (action.End ?? today).AddDays(chance.From(20, 90)) : (DateOnly?)null;
        if ((action.DoneOn ?? (dropped < today ? dropped : null)) is { } over && over <= day)
            return was;
        (was[nameof(action.DoneOn)], was[nameof(action.Forecast)], was[nameof(action.Remark)]) = (null, null, null);
        if (action.Start is not { } start || start > day || action.Status == ActionStatus.NotStarted)
        {
            (was[nameof(action.Status)], was[nameof(action.PercentDone)]) = (ActionStatus.NotStarted, 0);
        }
        else
        {
            var whole = Math.Max(1, (action.DoneOn ?? dropped ?? today).DayNumber - start.DayNumber);
            var reached = action.Status is ActionStatus.Done or ActionStatus.Dropped ? 95 : action.PercentDone;
            (was[nameof(action.Status)], was[nameof(action.PercentDone)]) = (ActionStatus.InProgress, Math.Clamp(reached * (day.DayNumber - start.DayNumber) / whole, 5, 95) / 5 * 5);
        }
        if (action.End is { } end && end <= day.AddDays(DaysToForecast))
            was[nameof(action.Forecast)] = Expected(action.DoneOn, day, chance);
        else if (action.DoneOn is { } early && early < action.End && early > day.AddDays(DaysToForecast / 2) && early <= day.AddDays(4 * DaysToForecast))
            was[nameof(action.Forecast)] = early; // it was seen to go faster than planned
        return was;
    }

    private Dictionary<string, object?> Milestone(Milestone milestone, DateOnly day)
    {
        var was = new Dictionary<string, object?>();
        var later = _moves[milestone.Id].Where(move => move.Kind == MoveKind.Due && DateOnly.FromDateTime(move.At) > day).OrderBy(move => move.Id).FirstOrDefault();
        var due = later?.From ?? milestone.Due;
        was[nameof(milestone.Due)] = due;
        if (milestone.DoneOn <= day)
            return was;
        (was[nameof(milestone.DoneOn)], was[nameof(milestone.Forecast)]) = (null, due <= day.AddDays(DaysToForecast) ? Expected(milestone.DoneOn, day, new Chance($"{milestone.Id} earlier")) : null);
        if (due > day)
            was[nameof(milestone.BlockedBy)] = null;
        return was;
    }

    /// <summary>Who waits for a late thing hopes for a day, which seldom is the one it becomes.</summary>
    private static DateOnly Expected(DateOnly? done, DateOnly day, Chance chance) => done > day.AddDays(DaysToForecast) ? done.Value.AddDays(-chance.From(0, 15)) : day.AddDays(DaysToForecast + chance.From(5, 80));

    private Dictionary<string, object?> Project(InvestmentProject project, DateOnly day)
    {
        var changes = _stages[project.Id].OrderBy(change => change.On).ThenBy(change => change.Id).ToList();
        if (changes.Find(change => change.On > day) is not { } next)
            return [];
        var reached = changes.LastOrDefault(change => change.On <= day);
        return new()
        {
            [nameof(project.Stage)] = reached?.To ?? ProjectStage.Idea,
            [nameof(project.NextGate)] = next.On.AddDays(-new Chance($"{next.Id} gate").From(0, 40)), // it was hoped for a little earlier
            [nameof(project.Readiness)] = project.Readiness is { } readiness ? Math.Max(0, readiness - 12 * changes.Count(change => change.On > day)) : null,
        };
    }

    private static FundingStatus Before(FundingStatus status) => status switch
    {
        FundingStatus.Disbursed => FundingStatus.Contracted,
        FundingStatus.Contracted => FundingStatus.AppliedFor,
        FundingStatus.Approved or FundingStatus.Rejected => FundingStatus.AppliedFor,
        _ => FundingStatus.Identified,
    };

    /// <summary>A plan that is revised now was in force until it was kept for that; one that is reviewed now was being drafted.</summary>
    private Dictionary<string, object?> Plan(Plan plan, DateOnly day) => plan switch
    {
        { Status: PlanStatus.InReview } when day < today.AddDays(-21) => new() { [nameof(plan.Status)] = PlanStatus.Drafting },
        { AdoptedOn: { } on } when on > day => new() { [nameof(plan.Status)] = PlanStatus.InReview, [nameof(plan.IsInForce)] = false, [nameof(plan.AdoptedOn)] = null, [nameof(plan.AdoptedBy)] = null },
        { Status: PlanStatus.UnderRevision } when day < today.AddDays(-35) => new() { [nameof(plan.Status)] = PlanStatus.Adopted },
        { Status: PlanStatus.Expired, ValidTo: { } last } when day.Year <= last => new() { [nameof(plan.Status)] = PlanStatus.Adopted, [nameof(plan.IsInForce)] = true },
        _ => [],
    };

    private Dictionary<string, object?> Solution(Solution solution, DateOnly day)
    {
        var was = new Dictionary<string, object?>();
        if (_states[solution.Id].OrderBy(change => change.Number).FirstOrDefault(change => change.On > day) is { } next)
            was[nameof(solution.State)] = next.From;
        if (_phases[solution.Id].Any(entry => entry.From > day))
            was[nameof(solution.Phase)] = _phases[solution.Id].Concat(solution.Phases).Where(entry => entry.From <= day).MaxBy(entry => entry.Number)?.Phase;
        return was;
    }
}
