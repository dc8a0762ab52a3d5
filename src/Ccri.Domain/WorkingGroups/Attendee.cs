namespace Ccri.Domain.WorkingGroups;

/// <summary>Whether somebody came.</summary>
public enum Presence
{
    /// <summary>The session lies ahead, or nobody has said yet who came.</summary>
    Expected,
    Present,

    /// <summary>A member that did not come.</summary>
    Missing,
}

/// <summary>A territory or an organisation of the register that takes part, and as what.</summary>
/// <param name="Category">Empty for somebody who is no member of the group.</param>
public sealed record Attendance(MemberCategory? Category, Guid? TerritoryId, Guid? OrganisationId)
{
    /// <summary>Of the territory or organisation.</summary>
    public Guid Key => TerritoryId ?? OrganisationId ?? throw new RuleViolationException("A territory or an organisation takes part.");
}

/// <summary>A territory or an organisation of the register at a session.</summary>
public sealed class Attendee : Entity
{
    internal Attendee(Guid sessionId, Attendance who, Presence presence)
    {
        Require(who.TerritoryId is null != who.OrganisationId is null, "A territory or an organisation takes part, not both as one.");
        (SessionId, TerritoryId, OrganisationId) = (sessionId, who.TerritoryId, who.OrganisationId);
        Be(who.Category, presence);
    }

    private Attendee() { }

    public Guid SessionId { get; private set; }
    public Guid? TerritoryId { get; private set; }
    public Guid? OrganisationId { get; private set; }

    /// <summary>As what member of the group; empty for others.</summary>
    public MemberCategory? Category { get; private set; }
    public Presence Presence { get; private set; }

    /// <summary>Of the territory or organisation.</summary>
    public Guid Key => TerritoryId ?? OrganisationId!.Value;

    internal void Be(MemberCategory? category, Presence presence) => (Category, Presence) = (category, presence);
}

/// <param name="CountryCode">As Eurostat writes it; empty when not known.</param>
/// <param name="People">How many came.</param>
public sealed record GuestAnswer(string Organisation, string? CountryCode, int People);

/// <summary>An organisation at a session that is not in the register.</summary>
public sealed class Guest : Entity
{
    public const int LongestName = 200, MostPeople = 10_000;

    internal Guest(Guid sessionId, int number, GuestAnswer guest)
    {
        Require(guest.People is >= 1 and <= MostPeople, $"Between 1 and {MostPeople} people of an organisation take part, not {guest.People}.");
        (SessionId, Number, Organisation, CountryCode, People) = (sessionId, number, Line(guest.Organisation, "The name of the organisation", LongestName), Optional(guest.CountryCode), guest.People);
    }

#pragma warning disable CS8618 // read from the database
    private Guest() { }
#pragma warning restore CS8618

    public Guid SessionId { get; private set; }

    /// <summary>Its place in the list.</summary>
    public int Number { get; private set; }
    public string Organisation { get; private set; }
    public string? CountryCode { get; private set; }
    public int People { get; private set; }
}
