namespace Ccri.Domain.Territories;

/// <summary>A territory in a cohort with a tier; its history survives a change of tier.</summary>
public sealed class Participation : Dated
{
    internal Participation(Guid territoryId, Guid cohortId, Guid tierId) => (TerritoryId, CohortId, TierId) = (territoryId, cohortId, tierId);

    public Guid TerritoryId { get; private set; }
    public Guid CohortId { get; private set; }
    public Guid TierId { get; private set; }

    /// <summary>Puts right a tier that was recorded wrongly; a real change of tier ends this participation and begins another.</summary>
    public void CorrectTier(Guid tierId) => TierId = tierId;

    /// <inheritdoc cref="CorrectTier"/>
    public void CorrectCohort(Guid cohortId) => CohortId = cohortId;
}
