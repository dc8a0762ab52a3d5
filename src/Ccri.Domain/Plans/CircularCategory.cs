namespace Ccri.Domain.Plans;

/// <summary>The circular categories of the European Investment Bank. Source: domain.md 5.3.</summary>
public enum CircularCategory
{
    DesignAndProduction,
    UseAndLifeExtension,
    ValueRecovery,
    Support,
}
