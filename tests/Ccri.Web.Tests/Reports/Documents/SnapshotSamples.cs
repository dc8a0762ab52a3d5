using Ccri.Domain;
using Ccri.Domain.Findings;
using Ccri.Domain.Indicators;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.Risks;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Tests.Reports.Documents;

/// <summary>Snapshots to make documents of: an empty one, a small one with the one before it, a large one. The places are real, everything else is invented.</summary>
internal static class SnapshotSamples
{
    public const string Invented = "Illustrative: the place is real, every figure, name and status is invented.";

    public static readonly SnapshotPeriod Q2 = new("2026-Q2", "Second quarter of 2026", new(2026, 4, 1), new(2026, 6, 30));
    public static readonly SnapshotPeriod Q3 = new("2026-Q3", "Third quarter of 2026", new(2026, 7, 1), new(2026, 9, 30));

    private static readonly Said Told = new("the territory", new(2026, 10, 8), true);
    private static readonly Said Old = new("the support office (ACR+)", new(2026, 2, 2), false);
    private static readonly DateOnly Day = new(2026, 10, 9);

    /// <summary>Nothing is known of it but that it takes part, and not even that for certain.</summary>
    public static TerritorySnapshot Empty => Bare(Place("empty", "Fellow 23", named: false), Q3, SnapshotCause.CutOff);

    /// <summary>One action plan, one investment plan, one solution, with something of each kind.</summary>
    public static TerritorySnapshot Small => Bare(Place("guimaraes", "Guimarães"), Q3, SnapshotCause.Submitted) with
    {
        Summary = new("Guimarães kept most of its plan moving over the summer. One action is more than a month late because no site was agreed for the bank of building parts.\nOne decision is needed: the council has to choose a site by 30 November.", Told),
        Next = new("The council decides on the site of the parts bank.\nTwo days of expert support on clean-soil rules, asked for in September.", Told),
        Status = new(Rag.AtRisk, "The late action has a recovery plan and the solution itself is sound.", true, "the support office (ACR+)", Day, Rag.OffTrack),
        Plans = [ActionPlan(1, [
            Act(101, "A1", "Regional bank of reusable building parts", ActionStatus.InProgress, 35, new(2026, 8, 1), 69, Rag.OffTrack, "Last day on 1 Aug 2026: 69 days late.") with { Remark = "The plot was given to the tram depot.", Milestones = [Stone(1011, "Site decided", new(2026, 8, 31), new(2026, 6, 30), null, 39, Rag.OffTrack)] },
            Act(102, "A2", "Pre-demolition audit in all public permits", ActionStatus.InProgress, 80, new(2026, 12, 31), 0, Rag.OnTrack, "Last day on 31 Dec 2026.") with { Milestones = [Stone(1021, "Clause in the building order", new(2026, 9, 15), new(2026, 9, 15), new(2026, 9, 11), 0, Rag.Complete), Stone(1022, "First ten audits", new(2026, 11, 30), new(2026, 11, 30), null, 0, Rag.OnTrack)], Effects = [new(EffectKind.MaterialRecovered, 1200, "t/year", 2027)] },
            Act(103, "A3", "Reusable packaging at the harvest festival", ActionStatus.Done, 100, new(2026, 8, 31), 0, Rag.Complete, "Done on 28 Aug 2026."),
            ]) with { Recommendations = [new(Id(190), PlanSection.Monitoring, "Name who measures each indicator, and how often.", Uptake.Accepted, "The statistics office does, twice a year.", new(2026, 9, 1), new(2026, 7, 15))] },
            InvestmentPlan(2, [Project(201, "P1", "Parts bank, Azurém", ProjectStage.Feasibility, 6_600_000_00, [Line(2011, FundingSource.Erdf, FundingInstrument.Grant, 2_100_000_00, FundingStatus.Contracted), Line(2012, FundingSource.Life, FundingInstrument.Grant, 1_400_000_00, FundingStatus.AppliedFor)]) with { DaysLate = 39, Reading = new(Rag.AtRisk, "Next gate on 31 Aug 2026: 39 days late.") },
                Project(202, "P2", "Heat recovery, Pevidém", ProjectStage.UnderConstruction, null, [], withheld: true)])],
        Solutions = [Solution(301, "CSS-GUIMARAES-1", "A market for reused building parts and soil")],
        Indicators = [Indicator(401, "BUILD-REUSE", "Construction waste reused or recycled", "%", 61, 68.4m, 70, Rag.OnTrack), Indicator(402, "JOBS", "Jobs in repair and reuse", "FTE", 310, 342, 400, Rag.AtRisk)],
        Risks = [Risk(501, RiskKind.Risk, "No site for the parts bank before the building season", RiskLevel.High, RiskLevel.High), Risk(502, RiskKind.Issue, "Second reference site flooded", null, RiskLevel.Medium) with { ClosedOn = new(2026, 9, 3), Outcome = "Moved to another quarry." }],
        Findings = [new(FindingKind.ActionWithoutMoney, Id(102), "A2 Pre-demolition audit in all public permits", "It does not say where its money comes from, and no project of the investment plan finances it. Name its funding, or link a project to it.", null)],
    };

    /// <summary>What <see cref="Small"/> was a quarter earlier.</summary>
    public static TerritorySnapshot SmallBefore
    {
        get
        {
            var now = Small;
            var plan = now.Plans[0];
            var earlier = new SnapshotStatus(Rag.OnTrack, "All of it in time.");
            return now with
            {
                Period = Q2, CapturedAt = new DateTime(2026, 7, 9, 9, 0, 0, DateTimeKind.Utc), Day = new(2026, 7, 9), Summary = null, Next = null, Status = earlier,
                Plans = [plan with { Reading = earlier, Actions = [plan.Actions[0] with { Remark = null, End = new(2026, 6, 30), DaysLate = 9, Reading = new(Rag.AtRisk, "9 days late."), Milestones = [plan.Actions[0].Milestones[0] with { Due = new(2026, 6, 30), DaysLate = 9 }] }, plan.Actions[1], plan.Actions[2] with { Status = ActionStatus.InProgress, PercentDone = 80, DoneOn = null, Reading = earlier }] }, now.Plans[1]],
                Indicators = [now.Indicators[0] with { Values = [.. now.Indicators[0].Values.SkipLast(1)], Actual = new(now.Indicators[0].Values[^2].On, now.Indicators[0].Values[^2].Value) }],
                Risks = [now.Risks[1] with { ClosedOn = null, Outcome = null }],
                Findings = [],
            };
        }
    }

    /// <summary>60 actions, 30 projects, four solutions, 30 indicators with 600 values, 20 risks, and what people type.</summary>
    public static TerritorySnapshot Large => Bare(Place("western-macedonia", "Δυτική Μακεδονία & Møre og Romsdal"), Q3, SnapshotCause.Submitted) with
    {
        Notice = Invented,
        Summary = new(string.Join('\n', Enumerable.Range(1, 5).Select(i => $"{i}. Łódź, Пловдив, Guimarães and Møre og Romsdal worked on the same register of clean soil; <b>what</b> \"they\" agreed & why is said in the annex.")), Told),
        Next = new("Signatures of the two missing councils under the soil register.", Old),
        Status = new(Rag.OffTrack, "12 of 60 actions off track, 14 at risk; 4 of 30 investment projects off track."),
        Plans = [ActionPlan(1, [.. Enumerable.Range(1, 60).Select(ManyActs)]), InvestmentPlan(2, [.. Enumerable.Range(1, 30).Select(ManyProjects)])],
        Solutions = [.. Enumerable.Range(1, 4).Select(i => Solution(3000 + 10 * i, $"CSS-WM-{i}", $"Systemic solution {i}: soil, stone and side streams"))],
        Indicators = [.. Enumerable.Range(1, 30).Select(i => Indicator(4000 + 100 * i, $"IND-{i:00}", i == 7 ? "Share of tenders > 1 % with circular criteria, “green” & <fair>" : $"Indicator {i} of the territory", i % 3 == 0 ? "t/year" : "%", 10 + i, 20 + i * 1.5m, 60 + i, i % 4 == 0 ? Rag.OffTrack : Rag.OnTrack, values: 20))],
        Risks = [.. Enumerable.Range(1, 20).Select(i => Risk(5000 + i, i % 5 == 0 ? RiskKind.Issue : RiskKind.Risk, $"Risk {i}: the price of secondary material falls below the cost of transport", i % 5 == 0 ? null : (RiskLevel)(i % 3), (RiskLevel)(i * 2 % 3)))],
        Findings = [.. Enumerable.Range(1, 12).Select(i => new SnapshotFinding((FindingKind)(i % 6), Id(1000 + i), $"A{i:00} Action {i}", "It is linked to no action of the action plan. Link it to the action that it finances.", i % 4 == 0 ? "Seen and accepted: the money comes in 2028." : null))],
    };

    public static ReportFacts Facts(TerritorySnapshot now, TerritorySnapshot? before = null, int revision = 1, string? exception = null) =>
        new(now, IssueOf(revision, Sha256(now), now.Cause, exception)) { Before = before, BeforeSha256 = before is null ? null : Sha256(before), Earlier = before is null ? [] : Earlier(before) };

    public static QuarterFacts Quarter(int territories, int revision = 1)
    {
        var now = new QuarterSnapshot(QuarterSnapshot.Version, Q3, new DateTime(2026, 10, 12, 7, 0, 0, DateTimeKind.Utc), [.. Enumerable.Range(1, territories).Select(QuarterRow)]) { Notice = Invented };
        return new QuarterFacts(now, IssueOf(revision, new string('e', 64), SnapshotCause.Quarter, null)) { Earlier = [new EarlierStanding("2026-Q2", now.Territories.Where((_, i) => i % 3 > 0).ToDictionary(t => t.Id, _ => Rag.OnTrack))] };
    }

    /// <summary>The bytes that travel inside the PDF.</summary>
    public static byte[] Bytes(TerritorySnapshot snapshot) => CanonicalJson.Of(snapshot);

    public static string Sha256(TerritorySnapshot snapshot) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Bytes(snapshot)));

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]);

    private static Issue IssueOf(int revision, string sha256, SnapshotCause cause, string? exception) =>
        new(revision, new DateTime(2026, 10, 12, 7, 0, 0, DateTimeKind.Utc), sha256, cause == SnapshotCause.CutOff ? ReportState.NoData : ReportState.Approved, cause, exception);

    private static IReadOnlyList<EarlierStanding> Earlier(TerritorySnapshot before)
    {
        var things = before.Plans.Select(p => p.Id).Append(before.Territory.Id).ToList();
        return [new("2026-Q1", things.ToDictionary(id => id, _ => Rag.NoData)), new("2026-Q2", things.ToDictionary(id => id, _ => Rag.OnTrack))];
    }

    private static TerritorySnapshot Bare(SnapshotTerritory place, SnapshotPeriod period, SnapshotCause cause) => new()
    {
        Period = period, CapturedAt = new DateTime(2026, 10, 9, 14, 2, 11, DateTimeKind.Utc), Day = Day, Cause = cause, Territory = place,
        Notice = Invented, Status = new(Rag.NoData, "Nothing in it can be judged yet."),
    };

    private static SnapshotTerritory Place(string slug, string name, bool named = true) =>
        new(Id(9), slug, name, named, named, "Pilot", "First cohort", named ? "PT" : null, named ? "Portugal" : null, named ? TerritoryType.City : null, named ? 156_830 : null, named ? "Municipality" : null, "ACR+");

    private static SnapshotPlan ActionPlan(int id, IReadOnlyList<SnapshotAction> actions) => new(Id(id), PlanKind.Ceap, "CEAP-1", "Circular by 2030", PlanStatus.Adopted, true, new(2024, 12, 2), "the assembly", 2025, 2030, 71_800_000_00, "EUR")
    {
        Summary = "Construction, soil and textiles first; the public buyers make the market.", IsInvented = true, Said = Told, Reading = new(Rag.AtRisk, "1 of 3 actions off track."),
        Sections = [.. Enum.GetValues<PlanSection>().Select((section, i) => new SnapshotSection(section, i % 4, i % 4 == 0 ? "Nothing on it yet." : null))],
        Objectives = [new(Id(id + 50), 1, "Half of the building waste is used again by 2030", false), new(Id(id + 51), null, "Public procurement", true)],
        Actions = [.. actions.Select((a, i) => a with { ObjectiveId = Id(id + 50 + i % 2) })],
    };

    private static SnapshotPlan InvestmentPlan(int id, IReadOnlyList<SnapshotProject> projects) =>
        new(Id(id), PlanKind.Ceip, "CEIP-1", "Investing in circular building", PlanStatus.Drafting, false, null, null, 2025, 2030, null, "EUR") { Projects = projects, Finances = "CEAP-1", Said = Old, Reading = new(Rag.AtRisk, "1 of 2 investment projects at risk.") };

    private static SnapshotAction ManyActs(int i) => (i % 5) switch
    {
        0 => Act(1000 + i, $"A{i:00}", $"Action {i}: shared clean-soil register with nine municipalities", ActionStatus.InProgress, 20, new(2026, 7, 31), 70, Rag.OffTrack, "70 days late."),
        1 => Act(1000 + i, $"A{i:00}", $"Action {i}: Selektywna zbiórka odpadów w Łodzi, \"etap\" drugi & trzeci", ActionStatus.InProgress, 55, new(2027, 5, 31), 0, Rag.AtRisk, "Expected 20 days after the agreed day."),
        2 => Act(1000 + i, $"A{i:00}", $"Action {i}: Πράσινες συμβάσεις", ActionStatus.Done, 100, new(2026, 8, 31), 0, Rag.Complete, "Done."),
        3 => Act(1000 + i, $"A{i:00}", $"Action {i}", ActionStatus.Dropped, 0, null, 0, null, ""),
        _ => Act(1000 + i, $"A{i:00}", $"Action {i}: Интерактивна карта на Пловдив", ActionStatus.InProgress, 40, new(2027, 12, 31), 0, Rag.OnTrack, "Last day on 31 Dec 2027.") with { Milestones = [Stone(20_000 + i, $"Milestone {i}", new(2026, 11, 30), new(2026, 9, 30), null, 0, Rag.AtRisk)], Effects = [new(EffectKind.GreenhouseGas, i, "t CO2e", 2028)] },
    };

    private static SnapshotProject ManyProjects(int i) => Project(2000 + i * 10, $"P{i:00}", $"Project {i}: phosphorus recovery", (ProjectStage)(i % 10), 1_000_000_00L * i,
        [.. Enumerable.Range(1, 3).Select(n => Line(2000 + i * 10 + n, (FundingSource)((i + n) % 16), (FundingInstrument)(n % 6), 250_000_00L * i, (FundingStatus)((i + n) % 6)))], withheld: i == 13);

    private static SnapshotAction Act(int id, string number, string title, ActionStatus status, int done, DateOnly? end, int late, Rag? rag, string why) =>
        new(Id(id), number, title, null, status, done, new(2025, 1, 1), end, null, status == ActionStatus.Done ? new DateOnly(2026, 8, 28) : null, 450_000_00, "EUR")
        { Lead = ["City works", "University"], DaysLate = late, Reading = rag is { } r ? new(r, why) : null, Said = Told, Solution = "CSS-GUIMARAES-1" };

    private static SnapshotMilestone Stone(int id, string title, DateOnly due, DateOnly first, DateOnly? done, int late, Rag rag) =>
        new(Id(id), title, due, first, null, done, null, due == first ? null : "No site agreed.", late, new(rag, ""));

    private static SnapshotProject Project(int id, string number, string name, ProjectStage stage, long? capex, IReadOnlyList<SnapshotFundingLine> lines, bool withheld = false) =>
        new(Id(id), number, name, stage, new(2026, 3, 1), "Study of March 2026", new(2026, 8, 31), withheld ? null : capex, withheld ? null : 100_000_00, withheld)
        { Promoter = "City works", Category = CircularCategory.ValueRecovery, Trl = 7, Action = "A1 Regional bank", Operation = new(2028, 1, 1), Lines = withheld ? [.. lines.Select(l => l with { Amount = null })] : lines, Said = Told, Reading = stage == ProjectStage.Stopped ? null : new(Rag.OnTrack, "Next gate later.") };

    private static SnapshotFundingLine Line(int id, FundingSource source, FundingInstrument instrument, long amount, FundingStatus status) =>
        new(Id(id), source, instrument, null, source is FundingSource.Equity or FundingSource.CommercialLoan, amount, status, new(2026, 5, 4));

    private static SnapshotSolution Solution(int id, string code, string title) => new(Id(id), code, title, SolutionState.Active, Phase.Implement, true)
    {
        Objectives = "The region uses its purchasing and land to make a market for reused building parts and soil.", Strands = ["Construction", "Soil"], Said = Told, Reading = new(Rag.OnTrack, "All milestones on track."),
        Phases = [new(Phase.Map, new(2024, 2, 1), DatePrecision.Month, null), new(Phase.Design, new(2024, 10, 1), DatePrecision.Quarter, "Baseline accepted"), new(Phase.Implement, new(2026, 5, 1), DatePrecision.Day, null)],
        Criteria = [new(Criterion.Actors, 2, "Steering group with business majority")],
        Factors = [new(Id(id + 1), FactorKind.Barrier, FactorDimension.Regulatory, "Waste status of reused parts is unclear", "Guidance asked for"), new(Id(id + 2), FactorKind.Lever, FactorDimension.Procurement, "Public works buy 60 % of all aggregate", null)],
        Milestones = [Stone(id + 3, "Reference site open", new(2026, 7, 31), new(2026, 7, 31), new(2026, 7, 28), 0, Rag.Complete), Stone(id + 4, "Price list agreed", new(2026, 12, 15), new(2026, 9, 30), null, 0, Rag.OnTrack)],
    };

    private static SnapshotIndicator Indicator(int id, string code, string name, string unit, decimal baseline, decimal now, decimal target, Rag rag, int values = 3)
    {
        var series = Enumerable.Range(1, values).Select(i => new SnapshotValue(Id(id + i), new DateOnly(2026, 9, 30).AddMonths(-3 * (values - i)), Math.Round(baseline + (now - baseline) * i / values, 1), ObservationQuality.Measured, "Statistics office", null)).ToList();
        return new SnapshotIndicator(Id(id), code, name, unit, IndicatorLevel.Territory, Direction.Up, Aggregation.Last, null, baseline, new(2024, 12, 31), target, new(2027, 12, 31), series)
        { Actual = new(series[^1].On, series[^1].Value), Reading = new(rag, "On the way to its target of 31 Dec 2027."), Said = Told };
    }

    private static SnapshotRisk Risk(int id, RiskKind kind, string title, RiskLevel? probability, RiskLevel impact) =>
        new(Id(id), kind, title, probability, impact, "Three plots compared; the board decides in November.", "City works", new(2026, 5, 2), null, null) { Said = Told };

    private static QuarterLine QuarterRow(int i) => new(Id(7000 + i), $"territory-{i}", i switch { 1 => "Δυτική Μακεδονία", 2 => "Møre og Romsdal", 3 => "Łódź & Пловдив", _ => $"Territory {i}" }, i % 3 == 0 ? "Pilot" : "Fellow", "Portugal", i % 11 != 0, i % 7 != 0,
        (ReportState)(i % 5), i % 5 < 2 ? SnapshotCause.CutOff : SnapshotCause.Submitted, new string('d', 64), (Rag)(i % 5), "2 of 24 actions off track.", i % 4 == 0 ? null : "Most of the plan kept moving over the summer, and one decision is needed.", 24, i % 6, 8, 5, i % 9 == 0 ? null : 4_350_000_00L * i, i % 9 == 0 ? null : 1_000_000_00L * i, i % 4, i % 3, i % 8 == 0 ? null : i);
}
