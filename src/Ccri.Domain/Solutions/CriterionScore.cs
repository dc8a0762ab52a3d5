namespace Ccri.Domain.Solutions;

/// <summary>The ten criteria of a circular systemic solution, in the order of the published checklist. Source: domain.md 4.1.</summary>
public enum Criterion
{
    Dimensions,
    Components,
    Actors,
    BeyondWasteAndWater,
    LocalAnalysis,
    BenefitsAndTradeOffs,
    MonitoringAndEvaluation,
    Regulation,
    ExternalitiesAndWellBeing,
    ReplicabilityAndScalability,
}

/// <summary>How far a solution meets one of the ten criteria, with the evidence for it.</summary>
public sealed class CriterionScore : Entity
{
    public const int Highest = 3;

    public CriterionScore(Guid solutionId, Guid territoryId, Criterion criterion) => (SolutionId, TerritoryId, Criterion) = (solutionId, territoryId, criterion);

    public Guid SolutionId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public Criterion Criterion { get; private set; }

    /// <summary>0 (not at all) to 3 (fully).</summary>
    public int Score { get; private set; }
    public string? Evidence { get; private set; }

    /// <summary>The day of the assessment.</summary>
    public DateOnly On { get; private set; }

    /// <exception cref="RuleViolationException">When the score is not between 0 and 3, or one above 0 has no evidence.</exception>
    public void Rate(int score, string? evidence, DateOnly on)
    {
        Require(score is >= 0 and <= Highest, $"A score is between 0 and {Highest}, not {score}.");
        Require(score == 0 || !string.IsNullOrWhiteSpace(evidence), "A score above 0 needs its evidence: what shows it, in a sentence or by an address.");
        if ((Score, Evidence) == (score, Optional(evidence)) && On != default)
            return; // typed in again unchanged: the day it was found out stays
        (Score, Evidence, On) = (score, Optional(evidence), on);
    }
}
