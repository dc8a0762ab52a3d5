namespace Ccri.Domain.Plans;

/// <summary>Why a version of a plan was kept.</summary>
public enum VersionOccasion
{
    /// <summary>Somebody wanted to keep it.</summary>
    Kept,
    SentToReview,
    Adopted,
}

/// <summary>A plan as it stood on a day, with everything in it. Never edited.</summary>
public sealed class PlanVersion : Entity
{
    /// <param name="content">The plan as canonical JSON.</param>
    /// <param name="personId">Who kept it; empty for the command line.</param>
    /// <param name="now">UTC.</param>
    public PlanVersion(Plan plan, int number, VersionOccasion occasion, string? note, string content, Guid? personId, DateTime now)
    {
        (PlanId, TerritoryId, Number, Occasion, Content, PersonId, At) = (plan.Id, plan.TerritoryId, number, occasion, content, personId, now);
        (AdoptedOn, AdoptedBy) = occasion == VersionOccasion.Adopted ? (plan.AdoptedOn, plan.AdoptedBy) : (null, null);
        Note = Optional(note);
    }

#pragma warning disable CS8618 // read from the database
    private PlanVersion() { }
#pragma warning restore CS8618

    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }

    /// <summary>1, 2, 3 … within the plan.</summary>
    public int Number { get; private set; }
    public VersionOccasion Occasion { get; private set; }
    public DateOnly? AdoptedOn { get; private set; }
    public string? AdoptedBy { get; private set; }
    public string? Note { get; private set; }
    public string Content { get; private set; }
    public Guid? PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
