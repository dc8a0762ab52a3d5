using Ccri.Domain.Findings;
using Ccri.Domain.Indicators;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.Risks;
using Ccri.Domain.Solutions;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Reports;

/// <summary>Snapshots of one territory whose things have the same few ids, so that two of them have much in common.</summary>
internal static class Snapshots
{
    public static readonly DateOnly Day = new(2026, 9, 30);

    private static readonly Guid[] Ids = [.. Enumerable.Range(1, 400).Select(i => new Guid(i, 0, 0, new byte[8]))];

    public static TerritorySnapshot Empty { get; } = new()
    {
        Period = new SnapshotPeriod("2026-Q3", "Third quarter of 2026", new DateOnly(2026, 7, 1), Day),
        CapturedAt = new DateTime(2026, 10, 1, 8, 0, 0, DateTimeKind.Utc),
        Day = Day,
        Cause = SnapshotCause.Submitted,
        Territory = new SnapshotTerritory(Id(0), "asker", "Asker", true, true, "Pilot", "Cohort 1", "NO", "Norway", null, null, null, null),
        Status = new SnapshotStatus(Rag.OnTrack, "All on track."),
    };

    public static Arbitrary<(TerritorySnapshot Before, TerritorySnapshot After)> Two => Any.Two().Select(two => (two.Item1, two.Item2)).ToArbitrary();

    public static Guid Id(int number) => Ids[number];

    public static SnapshotPlan Ceap(params SnapshotAction[] actions) => new(Id(1), PlanKind.Ceap, "CEAP-ASKER-1", "Action plan", PlanStatus.Adopted, true, null, null, null, null, null, "EUR") { Actions = actions };

    public static SnapshotPlan Ceip(params SnapshotProject[] projects) => new(Id(2), PlanKind.Ceip, "CEIP-ASKER-1", "Investment plan", PlanStatus.Adopted, true, null, null, null, null, null, "EUR") { Projects = projects };

    public static SnapshotAction Action(int id, ActionStatus status = ActionStatus.InProgress, DateOnly? end = null, params SnapshotMilestone[] milestones) =>
        new(Id(id), $"{id}", "Action", null, status, 0, null, end, null, status == ActionStatus.Done ? Day : null, null, "EUR") { Milestones = milestones };

    public static SnapshotMilestone Milestone(int id, DateOnly due, DateOnly? done = null, string? reason = null) => new(Id(id), $"Milestone {id}", due, due, null, done, null, reason, 0, null);

    public static SnapshotProject Project(int id, ProjectStage stage = ProjectStage.Concept, DateOnly? gate = null, long? capex = null, params SnapshotFundingLine[] lines) =>
        new(Id(id), $"P{id}", "Project", stage, null, "Study", gate, capex, capex is null ? null : 0, false) { Lines = lines };

    public static SnapshotFundingLine Line(int id, FundingStatus status, long? amount) => new(Id(id), FundingSource.Life, FundingInstrument.Grant, "CINEA", false, amount, status, null);

    public static SnapshotIndicator Indicator(int id, params decimal[] values) =>
        new(Id(id), $"I{id}", "Waste per head", "kg", IndicatorLevel.Territory, Direction.Down, Aggregation.Last, null, null, null, null, null,
            [.. values.Select((value, i) => new SnapshotValue(Id(50 + i), Day.AddMonths(i - 6), value, ObservationQuality.Measured, "Statistics", "One more month"))])
        { Actual = values is [.., var last] ? new DatedValue(Day.AddMonths(values.Length - 7), last) : null };

    private static Gen<DateOnly> AnyDay => Gen.Choose(-90, 90).Select(Day.AddDays);

    private static Gen<SnapshotStatus> AnyStatus => Gen.Elements(Enum.GetValues<Rag>()).Select(rag => new SnapshotStatus(rag, $"It is {rag}."));

    private static Gen<SnapshotMilestone> AnyMilestone(int id) => from due in AnyDay from done in Gen.Elements<DateOnly?>(null, null, Day) select Milestone(id, due, done, "The permit is late.");

    private static Gen<SnapshotAction> AnyAction(int id) =>
        from status in Gen.Elements(Enum.GetValues<ActionStatus>())
        from end in AnyDay
        from reading in AnyStatus
        from milestones in Some(id * 10, 2, AnyMilestone)
        select Action(id, status, end, milestones) with { Reading = reading, PercentDone = end.Day };

    private static Gen<SnapshotProject> AnyProject(int id) =>
        from stage in Gen.Elements(Enum.GetValues<ProjectStage>())
        from gate in AnyDay
        from capex in Gen.Elements<long?>(null, 500_00, 900_00)
        from reading in AnyStatus
        from lines in Some(id * 10, 2, line => from status in Gen.Elements(Enum.GetValues<FundingStatus>()) from amount in Gen.Elements<long?>(null, 100_00, 400_00) select Line(line, status, amount))
        select Project(id, stage, gate, capex, lines) with { Reading = reading };

    private static Gen<SnapshotSolution> AnySolution(int id) =>
        from state in Gen.Elements(Enum.GetValues<SolutionState>())
        from phase in Gen.Elements<Phase?>(null, Phase.Map, Phase.Design)
        from reading in AnyStatus
        select new SnapshotSolution(Id(id), $"S{id}", "Solution", state, phase, true) { Reading = reading };

    private static Gen<SnapshotRisk> AnyRisk(int id) =>
        from kind in Gen.Elements(Enum.GetValues<RiskKind>())
        from closed in Gen.Elements<DateOnly?>(null, Day)
        select new SnapshotRisk(Id(id), kind, "Risk", null, RiskLevel.High, null, null, Day.AddDays(-40), closed, closed is null ? null : "Over");

    private static Gen<SnapshotFinding> AnyFinding(int id) =>
        from accepted in Gen.Elements<string?>(null, "It is meant so.")
        select new SnapshotFinding(FindingKind.ActionWithoutMoney, Id(id), "Action", "No money is named.", accepted);

    private static Gen<TerritorySnapshot> Any =>
        from status in AnyStatus
        from plan in Gen.Elements(Enum.GetValues<PlanStatus>())
        from actions in Some(10, 3, AnyAction)
        from projects in Some(30, 3, AnyProject)
        from plans in Gen.Choose(0, 3)
        from solutions in Some(4, 2, AnySolution)
        from indicators in Some(7, 2, id => Gen.Elements(Array.Empty<decimal>(), [1m], [1m, 2m]).Select(values => Indicator(id, values)))
        from risks in Some(45, 2, AnyRisk)
        from findings in Some(10, 3, AnyFinding)
        select Empty with
        {
            Status = status, Solutions = solutions, Indicators = indicators, Risks = risks, Findings = findings,
            Plans = [.. plans > 0 ? new[] { Ceap(actions) with { Status = plan } } : [], .. plans > 1 ? new[] { Ceip(projects) } : []],
        };

    /// <summary>Each of <paramref name="most"/> things, or not.</summary>
    private static Gen<T[]> Some<T>(int first, int most, Func<int, Gen<T>> of) =>
        Enumerable.Range(first, most).Aggregate(Gen.Constant(Array.Empty<T>()), (before, id) => from all in before from thing in of(id) from there in Gen.Elements(true, true, false) select there ? [.. all, thing] : all);
}
