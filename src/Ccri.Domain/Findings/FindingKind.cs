namespace Ccri.Domain.Findings;

/// <summary>What does not fit between an action plan and an investment plan. Each one warns, none blocks. Source: product.md, "Coherence checks".</summary>
public enum FindingKind
{
    /// <summary>An action says of no money where it comes from, and no project finances it.</summary>
    ActionWithoutMoney,

    /// <summary>A project finances no action.</summary>
    MoneyWithoutAction,

    /// <summary>Two projects count on what looks like the same money.</summary>
    SameMoneyTwice,

    /// <summary>A project begins before the action it needs.</summary>
    InvestmentBeforeAction,

    /// <summary>Nobody would see whether a solution works.</summary>
    SolutionWithoutIndicator,

    /// <summary>A project claims a stage that nothing shows, or that its money does not bear out.</summary>
    StageWithoutEvidence,
}
