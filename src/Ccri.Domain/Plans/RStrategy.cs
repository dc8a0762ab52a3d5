namespace Ccri.Domain.Plans;

/// <summary>The nine R-strategies and R0, from the most to the least circular. Source: domain.md 5.2 and 5.3.</summary>
public enum RStrategy
{
    /// <summary>R0.</summary>
    Refuse,
    Rethink,
    Reduce,
    Reuse,
    Repair,
    Refurbish,
    Remanufacture,
    Repurpose,
    Recycle,

    /// <summary>R9: energy recovery.</summary>
    Recover,
}
