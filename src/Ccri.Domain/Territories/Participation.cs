namespace Ccri.Domain.Territories;

/// <summary>How a participation ended.</summary>
public enum ParticipationEnd
{
    /// <summary>Goes on in another tier from the next day.</summary>
    TierChanged,

    /// <summary>The territory left the initiative.</summary>
    Withdrawn,
}

/// <summary>A territory in a cohort with a tier; its history survives a change of tier.</summary>
public sealed class Participation : Dated
{
    internal Participation(Guid territoryId, Guid cohortId, Guid tierId) => (TerritoryId, CohortId, TierId) = (territoryId, cohortId, tierId);

    /// <summary>No territory takes part before; a day that lies earlier is mistyped.</summary>
    public static readonly DateOnly Earliest = new(2000, 1, 1);

    public Guid TerritoryId { get; private set; }
    public Guid CohortId { get; private set; }
    public Guid TierId { get; private set; }

    /// <summary>Empty while it lasts.</summary>
    public ParticipationEnd? EndedBy { get; private set; }

    /// <summary>Why it ended, in a sentence.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Puts right a tier that was recorded wrongly; a real change of tier ends this participation and begins another.</summary>
    public void CorrectTier(Guid tierId) => TierId = tierId;

    /// <inheritdoc cref="CorrectTier"/>
    public void CorrectCohort(Guid cohortId) => CohortId = cohortId;

    internal void Correct(DateOnly? from, DateOnly? to)
    {
        Last(from, to);
        if (to is null)
            (EndedBy, EndReason) = (null, null);
    }

    internal void End(DateOnly lastDay, ParticipationEnd by, string? reason)
    {
        Last(From, lastDay);
        (EndedBy, EndReason) = (by, Optional(reason));
    }
}
