using Ccri.Domain.Knowledge;

namespace Ccri.Domain.Territories;

/// <summary>Something that the register should know of a territory and does not, worst first.</summary>
public enum RegisterGap
{
    /// <summary>A Fellow whose name the support office has still to supply; everything else about it is missing, too.</summary>
    NotNamed,

    /// <summary>No source read says that it takes part.</summary>
    NotConfirmed,
    NoLeadOrganisation,

    /// <summary>Only where the tier is accompanied individually.</summary>
    NoAccompanyingPartner,

    /// <summary>Only where the tier works on solutions of its own.</summary>
    NoSolution,
    NoPopulation,
    NoSectors,
}

/// <summary>What the register holds of a territory, as far as it decides what is missing. Source: product.md, "Who uses it": see what needs you.</summary>
public sealed record RegisterRecord
{
    public required Guid TerritoryId { get; init; }
    public required string SearchName { get; init; }
    public required string? CountryCode { get; init; }
    public required string? Tier { get; init; }

    /// <summary>Whether the tier entitles to support of its own.</summary>
    public required bool HasIndividualSupport { get; init; }
    public required int? Population { get; init; }
    public required bool IsPlaceholder { get; init; }

    /// <summary>How sure it is that the territory takes part; empty when nobody noted it.</summary>
    public required Confidence? Participation { get; init; }
    public required bool HasLeadOrganisation { get; init; }
    public required bool HasAccompanyingPartner { get; init; }
    public required bool HasSolution { get; init; }
    public required bool HasSectors { get; init; }

    /// <summary>What is missing, worst first. Of a territory without a name only that is said.</summary>
    public IReadOnlyList<RegisterGap> Gaps => IsPlaceholder ? [RegisterGap.NotNamed] : [.. Missing()];

    /// <summary>Larger is worse: a missing name above everything, doubt about taking part above any number of small gaps.</summary>
    public int Urgency => Gaps.Sum(gap => gap switch { RegisterGap.NotNamed => 100, RegisterGap.NotConfirmed => 50, _ => 1 });

    private IEnumerable<RegisterGap> Missing()
    {
        if (Participation is not (Confidence.High or Confidence.Medium))
            yield return RegisterGap.NotConfirmed;
        if (!HasLeadOrganisation)
            yield return RegisterGap.NoLeadOrganisation;
        if (HasIndividualSupport && !HasAccompanyingPartner)
            yield return RegisterGap.NoAccompanyingPartner;
        if (HasIndividualSupport && !HasSolution)
            yield return RegisterGap.NoSolution;
        if (Population is null)
            yield return RegisterGap.NoPopulation;
        if (!HasSectors)
            yield return RegisterGap.NoSectors;
    }
}
