using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;

namespace Ccri.Domain.Statuses;

public sealed record FollowedMilestone(Guid Id, string Name, DateOnly Due, DateOnly? Forecast, DateOnly? DoneOn, string? BlockedBy) : Followed(Id, Name)
{
    public override StatusKind Kind => StatusKind.Milestone;
    public override IEnumerable<object?> Facts => [Due, Forecast, DoneOn, BlockedBy];

    public override Reading Read(DateOnly day) => DoneOn is { } done ? new Reading(Rag.Complete, Cause.Done, done)
        : BlockedBy is { } by ? new Reading(Rag.OffTrack, Cause.Blocked, What: by)
        : DayRule.Read(Due, Forecast, day);
}

/// <param name="State">How far it is.</param>
public sealed record FollowedAction(Guid Id, string Name, ActionStatus State, DateOnly? End, DateOnly? Forecast, DateOnly? DoneOn) : Followed(Id, Name)
{
    public override StatusKind Kind => StatusKind.Action;
    public override bool IsOut => State == ActionStatus.Dropped;

    /// <remarks>Not begun and begun read the same.</remarks>
    public override IEnumerable<object?> Facts => [IsOut, State == ActionStatus.Done, End, Forecast];

    public override Reading? Read(DateOnly day) => State == ActionStatus.Done ? new Reading(Rag.Complete, Cause.Done, DoneOn)
        : End is { } end ? DayRule.Read(end, Forecast, day)
        : Parts.Count == 0 ? new Reading(Rag.NoData, Cause.Undated)
        : null;
}

/// <summary>An investment project: the day of its next gate, and each day of its schedule that its stage should have reached.</summary>
public sealed record FollowedProject(Guid Id, string Name, ProjectStage Stage, DateOnly? NextGate, DateOnly? FinancialClose, DateOnly? Construction, DateOnly? Operation) : Followed(Id, Name)
{
    public override StatusKind Kind => StatusKind.Project;
    public override bool IsOut => Stage == ProjectStage.Stopped;
    public override IEnumerable<object?> Facts => [IsOut, Stage == ProjectStage.Operating, .. Awaited.Select(a => $"{a.What} {a.Day:O}")];

    public override Reading? Read(DateOnly day) => Stage == ProjectStage.Operating ? new Reading(Rag.Complete, Cause.Done)
        : Awaited.Select(a => DayRule.Read(a.Day, null, day) with { What = a.What }).OrderByDescending(r => Severity.Of(r.Status)).ThenBy(r => r.Day).FirstOrDefault()
            ?? new Reading(Rag.NoData, Cause.Undated);

    private IEnumerable<(string What, DateOnly Day)> Awaited => new[]
    {
        ("next gate", NextGate),
        ("financial close", Stage >= ProjectStage.FinancingSecured ? null : FinancialClose),
        ("construction", Stage >= ProjectStage.UnderConstruction ? null : Construction),
        ("operation", Operation),
    }.Where(d => d.Item2 is not null).Select(d => (d.Item1, d.Item2!.Value));
}

/// <summary>A solution, whose parts are the milestones of its roadmap.</summary>
public sealed record FollowedSolution(Guid Id, string Name, SolutionState State) : Followed(Id, Name)
{
    public override StatusKind Kind => StatusKind.Solution;
    public override bool IsOut => State == SolutionState.Stopped;
    public override IEnumerable<object?> Facts => [IsOut, State == SolutionState.Completed, State == SolutionState.Paused];

    public override Reading? Read(DateOnly day) => State switch
    {
        SolutionState.Completed => new Reading(Rag.Complete, Cause.Done),
        SolutionState.Paused => new Reading(Rag.AtRisk, Cause.Paused),
        _ => null,
    };
}

/// <summary>A plan, whose parts are its actions, or its investment projects.</summary>
public sealed record FollowedPlan(Guid Id, string Name, PlanKind PlanKind, PlanStatus State) : Followed(Id, Name)
{
    public override StatusKind Kind => StatusKind.Plan;
    public override bool IsOut => State == PlanStatus.Expired;
    public override IEnumerable<object?> Facts => [IsOut];
    public override Reading? Read(DateOnly day) => null;
}

/// <summary>A territory, whose parts are its plans, its solutions and the indicators it follows with a target.</summary>
public sealed record FollowedTerritory(Guid Id, string Name) : Followed(Id, Name)
{
    public override StatusKind Kind => StatusKind.Territory;
    public override IEnumerable<object?> Facts => [];
    public override Reading? Read(DateOnly day) => null;
}
