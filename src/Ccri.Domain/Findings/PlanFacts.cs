using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Domain.Findings;

/// <summary>What the checks look at in the plans of one territory.</summary>
public sealed record PlanFacts(Guid TerritoryId, IReadOnlyList<PlanFact> Plans, IReadOnlyList<ActionFact> Actions, IReadOnlyList<ProjectFact> Projects, IReadOnlyList<SolutionFact> Solutions);

/// <param name="FinancesId">Of an investment plan: the action plan that it finances.</param>
public sealed record PlanFact(Guid Id, PlanKind Kind, PlanStatus Status, Guid? FinancesId);

/// <param name="Name">Its number and title.</param>
/// <param name="Funding">Where its money comes from, in words.</param>
public sealed record ActionFact(Guid Id, Guid PlanId, string Name, ActionStatus Status, string? Funding, DateOnly? Start, Guid? SolutionId, Guid? IndicatorId);

/// <param name="Name">Its number and name.</param>
/// <param name="Begins">The first day of its schedule that is known.</param>
/// <param name="Evidence">What shows the stage it is at; empty when nothing was said.</param>
/// <param name="Money">In cents of euro.</param>
public sealed record ProjectFact(Guid Id, Guid PlanId, string Name, ProjectStage Stage, Guid? ActionId, DateOnly? Begins, string? Evidence, ProjectMoney Money, IReadOnlyList<LineFact> Lines);

/// <param name="Provider">Folded for comparing; empty when nobody said.</param>
/// <param name="Amount">In cents of <paramref name="Currency"/>; empty is not known.</param>
public sealed record LineFact(Guid Id, FundingSource Source, FundingInstrument Instrument, string? Provider, long? Amount, string Currency, FundingStatus Status);

/// <param name="HasIndicator">It follows an indicator itself.</param>
public sealed record SolutionFact(Guid Id, string Name, SolutionState State, Guid? PlanId, bool HasIndicator);
