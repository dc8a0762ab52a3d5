using Ccri.Domain.Indicators;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Domain.Statuses;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Statuses;

/// <summary>Territories with all that can be in them, in any state.</summary>
internal static class Trees
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Gen<DateOnly> Day = Gen.Choose(-80, 80).Select(Today.AddDays);

    private static readonly Gen<DateOnly?> MaybeDay = Gen.Frequency((1, Gen.Constant<DateOnly?>(null)), (2, Day.Select(day => (DateOnly?)day)));

    private static readonly Gen<Followed> Milestone =
        from due in Day
        from forecast in MaybeDay
        from state in Gen.Choose(0, 5)
        select (Followed)new FollowedMilestone(Guid.CreateVersion7(), "Milestone", due, forecast, state == 0 ? Today.AddDays(-100) : null, state == 1 ? "No permit" : null);

    private static readonly Gen<Followed> Indicator =
        from direction in Gen.Elements(Direction.Up, Direction.Down)
        from target in Gen.Frequency((1, Gen.Constant<decimal?>(null)), (4, Gen.Choose(-50, 50).Select(v => (decimal?)v)))
        from targetOn in Day
        from baseline in Gen.Choose(-50, 50)
        from value in Gen.Choose(-50, 50)
        from known in Gen.Elements(true, true, false)
        select (Followed)new FollowedIndicator(Guid.CreateVersion7(), "Indicator", direction, baseline, targetOn.AddYears(-2), target, target is null ? null : targetOn, known ? new DatedValue(Today.AddDays(-90), value) : null);

    private static readonly Gen<Followed> Action =
        from state in Gen.Elements(Enum.GetValues<ActionStatus>())
        from end in MaybeDay
        from forecast in MaybeDay
        from parts in Some(Milestone)
        select (Followed)new FollowedAction(Guid.CreateVersion7(), "Action", state, end, forecast, null) { Parts = parts };

    private static readonly Gen<Followed> Project =
        from stage in Gen.Elements(Enum.GetValues<ProjectStage>())
        from gate in MaybeDay
        from close in MaybeDay
        from construction in MaybeDay
        from operation in MaybeDay
        select (Followed)new FollowedProject(Guid.CreateVersion7(), "Project", stage, gate, close, construction, operation);

    private static readonly Gen<Followed> Solution =
        from state in Gen.Elements(Enum.GetValues<SolutionState>())
        from milestones in Some(Milestone)
        from indicators in Some(Indicator)
        select (Followed)new FollowedSolution(Guid.CreateVersion7(), "Solution", state) { Parts = [.. milestones, .. indicators] };

    private static readonly Gen<Followed> Plan =
        from kind in Gen.Elements(Enum.GetValues<PlanKind>())
        from state in Gen.Elements(Enum.GetValues<PlanStatus>())
        from parts in Some(kind == PlanKind.Ceap ? Action : Project)
        select (Followed)new FollowedPlan(Guid.CreateVersion7(), "Plan", kind, state) { Parts = parts };

    public static readonly Arbitrary<FollowedTerritory> Territories =
        (from plans in Some(Plan)
         from solutions in Some(Solution)
         from indicators in Some(Indicator)
         select new FollowedTerritory(Guid.CreateVersion7(), "Territory") { Parts = [.. plans, .. solutions, .. indicators] }).ToArbitrary();

    public static IEnumerable<Followed> All(this Followed thing) => [thing, .. thing.Parts.SelectMany(part => part.All())];

    private static Gen<IReadOnlyList<Followed>> Some(Gen<Followed> of) => Gen.Choose(0, 3).SelectMany(count => Gen.ArrayOf(of, count)).Select(parts => (IReadOnlyList<Followed>)parts);
}
