namespace Ccri.Domain.Plans;

/// <summary>The twelve sections a good plan covers, whatever its own outline. Source: domain.md 5.2.</summary>
public enum PlanSection
{
    Vision,

    /// <summary>Where the territory stands, and its material flows.</summary>
    Baseline,

    /// <summary>Priority sectors and value chains.</summary>
    Priorities,

    /// <summary>Objectives and targets.</summary>
    Objectives,
    Actions,
    Governance,

    /// <summary>How stakeholders take part.</summary>
    Stakeholders,
    Financing,
    Monitoring,

    /// <summary>Circular systemic solutions included.</summary>
    Solutions,

    /// <summary>Alignment with the Union's and national policy.</summary>
    Alignment,

    /// <summary>Communication and replication.</summary>
    Replication,
}

/// <summary>How well a plan covers one section, in the eyes of the support office.</summary>
public sealed class SectionScore : Entity
{
    public const int Highest = 3;

    public SectionScore(Guid planId, Guid territoryId, PlanSection section) => (PlanId, TerritoryId, Section) = (planId, territoryId, section);

    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public PlanSection Section { get; private set; }

    /// <summary>0 (missing) to 3 (complete).</summary>
    public int Score { get; private set; }
    public string? Comment { get; private set; }

    /// <exception cref="RuleViolationException">When the score is not between 0 and 3.</exception>
    public void Rate(int score, string? comment)
    {
        Require(score is >= 0 and <= Highest, $"A score is between 0 and {Highest}, not {score}.");
        (Score, Comment) = (score, Optional(comment));
    }
}
