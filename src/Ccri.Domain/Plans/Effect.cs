namespace Ccri.Domain.Plans;

/// <summary>What an action or an investment is expected to bring each year. Source: domain.md 5.2 and 5.4.</summary>
public enum EffectKind
{
    /// <summary>Tonnes a year.</summary>
    WasteAvoided,

    /// <summary>Tonnes a year.</summary>
    MaterialRecovered,

    /// <summary>Tonnes of CO2 equivalent a year.</summary>
    GreenhouseGas,

    /// <summary>Cubic metres a year.</summary>
    WaterSaved,

    /// <summary>Full-time equivalents.</summary>
    Jobs,

    /// <summary>Euro a year.</summary>
    ValueAdded,

    /// <summary>In words and a unit of its own.</summary>
    Other,
}

/// <summary>An expected effect with its unit; how good the figure is stands beside it.</summary>
public sealed class Effect : Entity
{
    private Effect(Guid planId, Guid territoryId) => (PlanId, TerritoryId, Unit) = (planId, territoryId, "");

    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public Guid? ActionId { get; private set; }
    public Guid? ProjectId { get; private set; }
    public EffectKind Kind { get; private set; }

    /// <summary>In <see cref="Unit"/>; more is better for all kinds (tonnes avoided, jobs made).</summary>
    public decimal Amount { get; private set; }
    public string Unit { get; private set; }

    /// <summary>From which year on it is expected.</summary>
    public int? FromYear { get; private set; }

    /// <summary>How the figure was found.</summary>
    public string? Basis { get; private set; }

    public static Effect OfAction(PlanAction action) => new(action.PlanId, action.TerritoryId) { ActionId = action.Id };

    public static Effect OfProject(InvestmentProject project) => new(project.PlanId, project.TerritoryId) { ProjectId = project.Id };

    /// <param name="unit">Only of <see cref="EffectKind.Other"/>; the other kinds have their own.</param>
    /// <exception cref="RuleViolationException">When the amount is negative or too large, or the unit is missing.</exception>
    public void Tell(EffectKind kind, decimal amount, string? unit, int? fromYear, string? basis)
    {
        Require(amount >= 0, $"The amount is {amount}. Please enter 0 or more: an effect says what is gained or avoided.");
        Require(amount < 1_000_000_000_000m, "The amount is too large to be right. Please check it and its unit.");
        Require(decimal.Round(amount, 3) == amount, $"The amount {amount} has more than three decimals. Please round it.");
        Require(fromYear is null or (>= Plan.EarliestYear and <= Plan.LatestYear), $"{fromYear} is no year of a plan. Please enter one between {Plan.EarliestYear} and {Plan.LatestYear}.");
        (Kind, Amount, Unit) = (kind, amount, UnitOf(kind) ?? Line(unit, "The unit", 60));
        (FromYear, Basis) = (fromYear, Optional(basis));
    }

    /// <summary>Whether it is an amount of money, and so as confidential as the others of its project: tonnes and jobs are no secret, euro a year are.</summary>
    public static bool IsMoney(EffectKind kind) => kind == EffectKind.ValueAdded;

    /// <summary>The unit of a kind; empty for the kind that has one of its own.</summary>
    public static string? UnitOf(EffectKind kind) => kind switch
    {
        EffectKind.WasteAvoided or EffectKind.MaterialRecovered => "t a year",
        EffectKind.GreenhouseGas => "t CO2e a year",
        EffectKind.WaterSaved => "m³ a year",
        EffectKind.Jobs => "full-time equivalents",
        EffectKind.ValueAdded => "EUR a year",
        _ => null,
    };
}
