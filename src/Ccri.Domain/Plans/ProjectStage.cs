namespace Ccri.Domain.Plans;

/// <summary>How mature an investment is, from the idea to operation. Source: domain.md 5.4.</summary>
public enum ProjectStage
{
    Idea,
    Concept,
    PreFeasibility,
    Feasibility,
    BusinessCase,

    /// <summary>Structured, so that a bank can look at it.</summary>
    Bankable,
    FinancingSecured,
    UnderConstruction,
    Operating,
    Stopped,
}
