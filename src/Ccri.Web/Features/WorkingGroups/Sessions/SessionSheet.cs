using Ccri.Domain;
using Ccri.Domain.Solutions;
using Ccri.Domain.WorkingGroups;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

/// <summary>A session with all its names, as its page, its minutes and the report of its group tell it.</summary>
public sealed record SessionSheet
{
    public required Guid Id { get; init; }
    public required Guid Version { get; init; }
    public required SessionKind Kind { get; init; }
    public Guid? GroupId { get; init; }
    public string? GroupCode { get; init; }
    public string? Group { get; init; }
    public Guid? SubGroupId { get; init; }
    public string? SubGroup { get; init; }
    public required string Topic { get; init; }
    public required SessionTime Time { get; init; }
    public DatePrecision Precision { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartsAt { get; init; }
    public SessionFormat? Format { get; init; }
    public string? Place { get; init; }
    public string? Agenda { get; init; }
    public string? Summary { get; init; }
    public string? Names { get; init; }
    public int? PeopleOnSite { get; init; }
    public int? PeopleOnline { get; init; }

    /// <inheritdoc cref="Session.People"/>
    public int People { get; init; }
    public decimal? Satisfaction { get; init; }
    public SessionState State { get; init; }
    public Guid? LoggedById { get; init; }

    /// <summary>UTC.</summary>
    public DateTime LoggedAt { get; init; }

    /// <inheritdoc cref="Session.FreeUntil"/>
    public DateTime FreeUntil { get; init; }

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; init; }
    public IReadOnlyList<SheetAttendee> Attendees { get; init; } = [];
    public IReadOnlyList<SheetGuest> Guests { get; init; } = [];

    /// <summary>In the order of their numbers.</summary>
    public IReadOnlyList<SheetItem> Items { get; init; } = [];
    public IReadOnlyList<SheetObjection> Objections { get; init; } = [];
    public IReadOnlyList<SheetStep> Steps { get; init; } = [];
}

/// <param name="Key">Of the territory or organisation.</param>
/// <param name="Slug">Of the page of the territory, where the reader may see it.</param>
public sealed record SheetAttendee(Guid Key, bool IsTerritory, string Name, string? Slug, MemberCategory? Category, Presence Presence);

/// <param name="Country">Its name in English, else its code.</param>
public sealed record SheetGuest(string Organisation, string? CountryCode, string? Country, int People);

/// <param name="Owner">The name of the person or territory.</param>
/// <param name="DoneAt">UTC.</param>
public sealed record SheetItem(Guid Id, int Number, ItemKind Kind, string Text, FactorDimension? Dimension, Guid? OwnerId, Guid? OwnerTerritoryId, string? Owner, DateOnly? Due, DateTime? DoneAt, string? LeftOutReason)
{
    public IReadOnlyList<SheetTerritory> Territories { get; init; } = [];
    public IReadOnlyList<SheetSolution> Solutions { get; init; } = [];
    public bool IsOpen => Kind == ItemKind.Action && DoneAt is null;
}

/// <param name="Slug">Of its page, where the reader may see it.</param>
public sealed record SheetTerritory(Guid Id, string Name, string? Slug);

/// <param name="Code">Of its page, where the reader may see it.</param>
public sealed record SheetSolution(Guid Id, string Title, string? Code);

/// <param name="For">The territory or organisation that took part.</param>
/// <param name="RaisedAt">UTC.</param>
public sealed record SheetObjection(Guid Id, int Number, Guid? TerritoryId, string For, string Text, string? RaisedBy, DateTime RaisedAt, ObjectionState State, string? Answer, string? AnsweredBy, DateTime? AnsweredAt);

/// <param name="At">UTC.</param>
public sealed record SheetStep(int Number, SessionState From, SessionState To, string? Reason, string? Who, DateTime At);
