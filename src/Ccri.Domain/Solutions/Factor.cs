namespace Ccri.Domain.Solutions;

/// <summary>Whether something hinders or enables a solution.</summary>
public enum FactorKind
{
    Barrier,
    Lever,
}

/// <summary>The kinds of barriers and levers. Source: domain.md 4.5.</summary>
public enum FactorDimension
{
    PolicyAndGovernance,
    Regulatory,
    FinancialAndMarket,
    TechnicalAndInfrastructure,
    DataAndMonitoring,
    SkillsAndCapacity,
    SocialAndBehavioural,
    Procurement,

    /// <summary>Land, storage, transport, and whether enough material comes in.</summary>
    SpatialAndLogistics,
}

/// <summary>Something that hinders or enables a solution: since when, and whether it has been overcome or lost.</summary>
public sealed class Factor : Dated
{
    public Factor(Guid solutionId, Guid territoryId, FactorKind kind, FactorDimension dimension, string text)
    {
        (SolutionId, TerritoryId) = (solutionId, territoryId);
        Text = "";
        Tell(kind, dimension, text);
    }

#pragma warning disable CS8618 // read from the database
    private Factor() { }
#pragma warning restore CS8618

    public Guid SolutionId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public FactorKind Kind { get; private set; }
    public FactorDimension Dimension { get; private set; }
    public string Text { get; private set; }

    /// <summary>What is done about a barrier, or made of a lever.</summary>
    public string? Response { get; private set; }

    public void Tell(FactorKind kind, FactorDimension dimension, string text) =>
        (Kind, Dimension, Text) = (kind, dimension, Line(text, kind == FactorKind.Barrier ? "The barrier" : "The lever", Solution.LongestText));

    public void Answer(string? response) => Response = Optional(response);
}
