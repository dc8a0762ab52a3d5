using Ccri.Domain.Findings;
using Ccri.Domain.Indicators;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Risks;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;

namespace Ccri.Domain.Reports;

/// <summary>
/// Everything a report says of one territory, as it stood at an instant: facts only, no words of ours, and never the amounts of a confidential
/// project, because it travels inside the PDF. Read again years later: members are added, never renamed or given another meaning; whatever
/// else would be needed gets the next <see cref="Version"/>. Amounts are cents; times are UTC. Source: reports.md "The three steps".
/// </summary>
public sealed record TerritorySnapshot
{
    public const string Version = "ccri/territory-snapshot/1";

    public string Schema { get; init; } = Version;
    public required SnapshotPeriod Period { get; init; }

    /// <summary>UTC, whole seconds.</summary>
    public required DateTime CapturedAt { get; init; }

    /// <summary>The day in the programme's calendar from which things are late.</summary>
    public required DateOnly Day { get; init; }
    public required SnapshotCause Cause { get; init; }

    /// <summary>What is said on each page of a database with invented figures; empty as a rule.</summary>
    public string? Notice { get; init; }
    public required SnapshotTerritory Territory { get; init; }

    /// <summary>In the territory's own words; empty when it wrote nothing.</summary>
    public Statement? Summary { get; init; }

    /// <inheritdoc cref="Summary"/>
    public Statement? Next { get; init; }
    public required SnapshotStatus Status { get; init; }

    /// <summary>Action plans first, then by code.</summary>
    public IReadOnlyList<SnapshotPlan> Plans { get; init; } = [];
    public IReadOnlyList<SnapshotSolution> Solutions { get; init; } = [];
    public IReadOnlyList<SnapshotIndicator> Indicators { get; init; } = [];

    /// <summary>Open ones, and those closed within the period.</summary>
    public IReadOnlyList<SnapshotRisk> Risks { get; init; } = [];
    public IReadOnlyList<SnapshotFinding> Findings { get; init; } = [];

    /// <summary>Empty when the support office has not assessed it yet.</summary>
    public SnapshotAssessment? Assessment { get; init; }

    /// <summary>Open ones, and those judged or dropped within the period, the gravest first; null in snapshots from before needs were recorded, which is not the same as none.</summary>
    public IReadOnlyList<SnapshotNeed>? Needs { get; init; }

    /// <summary>Of the period, by day; null as <see cref="Needs"/>.</summary>
    public IReadOnlyList<SnapshotActivity>? Support { get; init; }

    /// <summary>For the quarters that begin within the period; null as <see cref="Needs"/>.</summary>
    public IReadOnlyList<SnapshotPlannedDays>? PlannedDays { get; init; }

    /// <summary>Of the period, in their order; null in snapshots from before sessions were recorded.</summary>
    public IReadOnlyList<SnapshotSession>? Sessions { get; init; }

    /// <summary>Those that count: an expired plan is told of, and counts nowhere.</summary>
    public IEnumerable<SnapshotPlan> PlansInUse() => Plans.Where(p => p.Status != PlanStatus.Expired);
}

public sealed record SnapshotPeriod(string Code, string Name, DateOnly From, DateOnly To);

/// <summary>Who last said that something is so, and when: a role and an organisation, never a person.</summary>
/// <param name="By">"the territory", "the support office (ACR+)"; "a public source" where nobody has said it in the system.</param>
/// <param name="Confirmed">Whether it was confirmed as it stood; it was written or changed otherwise.</param>
public sealed record Said(string By, DateOnly On, bool Confirmed)
{
    /// <summary>Whether nobody has said so for two quarters. Source: product.md, "Provenance and age".</summary>
    public bool IsStaleOn(DateOnly day) => On < day.AddMonths(-Knowledge.FactNote.MonthsUntilStale);
}

/// <summary>A text somebody wrote.</summary>
public sealed record Statement(string Text, Said Said);

/// <param name="Why">The sentence that stood beside it.</param>
/// <param name="ByPerson">Whether a person gave it; the rule did otherwise.</param>
/// <param name="By">Role and organisation of that person.</param>
/// <param name="On">The day the person gave it; else since when it stands so, as far as that is known.</param>
/// <param name="Ruled">What the rule says where a person says something else.</param>
public sealed record SnapshotStatus(Rag Status, string Why, bool ByPerson = false, string? By = null, DateOnly? On = null, Rag? Ruled = null);

/// <param name="IsNamed">Whether its name is publicly known; a place is kept for it otherwise.</param>
/// <param name="IsConfirmed">Whether a source that was read says that it takes part.</param>
/// <param name="Country">Name of the country in English.</param>
/// <param name="Lead">The lead organisation.</param>
/// <param name="Partner">The partner of the support office that accompanies it.</param>
public sealed record SnapshotTerritory(Guid Id, string Slug, string Name, bool IsNamed, bool IsConfirmed, string? Tier, string? Cohort, string? CountryCode, string? Country, TerritoryType? Type, int? Population, string? Lead, string? Partner)
{
    public IReadOnlyList<string> Groups { get; init; } = [];
    public Said? Said { get; init; }
}

/// <param name="Code">"CEAP-UPPSALA-1".</param>
/// <param name="Budget">In cents of <paramref name="Currency"/>, as the plan states it.</param>
public sealed record SnapshotPlan(Guid Id, PlanKind Kind, string Code, string Title, PlanStatus Status, bool IsInForce, DateOnly? AdoptedOn, string? AdoptedBy, int? ValidFrom, int? ValidTo, long? Budget, string Currency)
{
    public string? Summary { get; init; }
    public string? Address { get; init; }

    /// <summary>What the plan calls its objectives; empty: objective.</summary>
    public string? ObjectiveWord { get; init; }

    /// <summary>Invented for the demonstration.</summary>
    public bool IsInvented { get; init; }

    /// <summary>Of an investment plan, the code of the action plan that it finances.</summary>
    public string? Finances { get; init; }

    /// <summary>Empty when it has none: expired.</summary>
    public SnapshotStatus? Reading { get; init; }
    public IReadOnlyList<SnapshotSection> Sections { get; init; } = [];
    public IReadOnlyList<SnapshotObjective> Objectives { get; init; } = [];
    public IReadOnlyList<SnapshotAction> Actions { get; init; } = [];
    public IReadOnlyList<SnapshotProject> Projects { get; init; } = [];

    /// <summary>Of the support office's reviews, those not answered yet and those answered within the period.</summary>
    public IReadOnlyList<SnapshotRecommendation> Recommendations { get; init; } = [];
    public Said? Said { get; init; }

    /// <summary>Those that count: a dropped action is told of as dropped, and what belongs to it no more.</summary>
    public IEnumerable<SnapshotAction> ActionsInUse() => Actions.Where(a => a.Reading is not null);
}

/// <param name="Score">0 to 3; empty while it was not scored.</param>
public sealed record SnapshotSection(PlanSection Section, int? Score, string? Comment);

public sealed record SnapshotObjective(Guid Id, int? Number, string Title, bool IsLever);

/// <param name="Number">As the plan numbers it.</param>
/// <param name="Lead">Organisations that lead it, the first first.</param>
/// <param name="Budget">In cents of <paramref name="Currency"/>.</param>
public sealed record SnapshotAction(Guid Id, string Number, string Title, Guid? ObjectiveId, ActionStatus Status, int PercentDone, DateOnly? Start, DateOnly? End, DateOnly? Forecast, DateOnly? DoneOn, long? Budget, string Currency)
{
    public string? Funding { get; init; }
    public string? Remark { get; init; }
    public IReadOnlyList<string> Lead { get; init; } = [];

    /// <summary>Code of the solution it belongs to.</summary>
    public string? Solution { get; init; }

    /// <summary>Days since it should have ended, on the day of the snapshot; 0 when it is not late.</summary>
    public int DaysLate { get; init; }

    /// <summary>Empty when it has none: dropped.</summary>
    public SnapshotStatus? Reading { get; init; }
    public IReadOnlyList<SnapshotMilestone> Milestones { get; init; } = [];
    public IReadOnlyList<SnapshotEffect> Effects { get; init; } = [];
    public Said? Said { get; init; }
}

/// <param name="FirstDue">The day it was due when it was first planned.</param>
/// <param name="Blocked">What stands in its way.</param>
/// <param name="MoveReason">Why its day was moved last.</param>
public sealed record SnapshotMilestone(Guid Id, string Title, DateOnly Due, DateOnly FirstDue, DateOnly? Forecast, DateOnly? DoneOn, string? Blocked, string? MoveReason, int DaysLate, SnapshotStatus? Reading);

public sealed record SnapshotEffect(EffectKind Kind, decimal Amount, string Unit, int? FromYear);

/// <param name="NextGate">The day of the next decision.</param>
/// <param name="Capex">Cents of euro; empty when not known, or withheld.</param>
/// <param name="Preparation">Cents of euro; empty when not known, or withheld.</param>
/// <param name="IsWithheld">Its amounts are confidential, so they are not here.</param>
public sealed record SnapshotProject(Guid Id, string Number, string Name, ProjectStage Stage, DateOnly? StageSince, string? Evidence, DateOnly? NextGate, long? Capex, long? Preparation, bool IsWithheld)
{
    public string? Promoter { get; init; }
    public CircularCategory? Category { get; init; }
    public int? Trl { get; init; }
    public int? Readiness { get; init; }

    /// <summary>Number and title of the action it serves.</summary>
    public string? Action { get; init; }
    public string? Solution { get; init; }
    public DateOnly? Start { get; init; }
    public DateOnly? FinancialClose { get; init; }
    public DateOnly? Construction { get; init; }
    public DateOnly? Operation { get; init; }
    public int DaysLate { get; init; }

    /// <summary>Empty when it has none: stopped.</summary>
    public SnapshotStatus? Reading { get; init; }
    public IReadOnlyList<SnapshotFundingLine> Lines { get; init; } = [];
    public IReadOnlyList<SnapshotEffect> Effects { get; init; } = [];
    public Said? Said { get; init; }

    /// <summary>What the sums of a plan count.</summary>
    public ProjectMoney ToMoney() => new(Id, Capex, Preparation, [.. Lines.Select(l => new LineMoney(l.Amount, l.Status, l.Source, l.IsPrivate))]);
}

/// <param name="Amount">Cents of euro, at the rate that stands at it; empty when not known, or withheld.</param>
public sealed record SnapshotFundingLine(Guid Id, FundingSource Source, FundingInstrument Instrument, string? Provider, bool IsPrivate, long? Amount, FundingStatus Status, DateOnly? On);

public sealed record SnapshotRecommendation(Guid Id, PlanSection? Section, string Text, Uptake Uptake, string? Answer, DateOnly? AnsweredOn, DateOnly ReviewedOn);

public sealed record SnapshotSolution(Guid Id, string Code, string Title, SolutionState State, Phase? Phase, bool IsSupported)
{
    public string? Objectives { get; init; }
    public IReadOnlyList<string> Strands { get; init; } = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<SnapshotPhase> Phases { get; init; } = [];

    /// <inheritdoc cref="Phases"/>
    public IReadOnlyList<SnapshotStateChange> Changes { get; init; } = [];
    public IReadOnlyList<SnapshotCriterion> Criteria { get; init; } = [];
    public IReadOnlyList<SnapshotFactor> Factors { get; init; } = [];
    public IReadOnlyList<SnapshotMilestone> Milestones { get; init; } = [];

    /// <summary>Empty when it has none: stopped.</summary>
    public SnapshotStatus? Reading { get; init; }
    public Said? Said { get; init; }
}

/// <param name="From">The first day it may have begun; how exact that is says <paramref name="Precision"/>.</param>
public sealed record SnapshotPhase(Phase Phase, DateOnly From, DatePrecision Precision, string? Note);

public sealed record SnapshotStateChange(SolutionState To, DateOnly On, DatePrecision Precision, string? Reason, string? Lesson);

/// <param name="Score">0 to 3.</param>
public sealed record SnapshotCriterion(Criterion Criterion, int Score, string? Evidence);

public sealed record SnapshotFactor(Guid Id, FactorKind Kind, FactorDimension Dimension, string Text, string? Response);

/// <param name="Of">Code of the solution that follows it; empty when the territory itself does.</param>
/// <param name="Values">Those that hold, the oldest first; corrected and withdrawn ones are not here.</param>
public sealed record SnapshotIndicator(Guid Id, string Code, string Name, string Unit, IndicatorLevel Level, Direction Direction, Aggregation Aggregation, string? Of,
    decimal? Baseline, DateOnly? BaselineOn, decimal? Target, DateOnly? TargetOn, IReadOnlyList<SnapshotValue> Values)
{
    /// <summary>The figure that is held against the target.</summary>
    public DatedValue? Actual { get; init; }

    /// <summary>Empty without a target.</summary>
    public SnapshotStatus? Reading { get; init; }
    public Said? Said { get; init; }
}

public sealed record SnapshotValue(Guid Id, DateOnly On, decimal Value, ObservationQuality Quality, string Source, string? Remark);

public sealed record SnapshotRisk(Guid Id, RiskKind Kind, string Title, RiskLevel? Probability, RiskLevel Impact, string? Mitigation, string? Owner, DateOnly RaisedOn, DateOnly? ClosedOn, string? Outcome)
{
    public Said? Said { get; init; }
}

/// <param name="What">The name of the action, project or solution.</param>
/// <param name="Accepted">Why it was accepted; empty while it is open.</param>
public sealed record SnapshotFinding(FindingKind Kind, Guid SubjectId, string What, string Why, string? Accepted);
