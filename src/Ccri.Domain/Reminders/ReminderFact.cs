namespace Ccri.Domain.Reminders;

/// <summary>Whom something may be handed to, besides those it names.</summary>
public enum ReminderReaders
{
    /// <summary>The office, leads, and the contacts of its territory.</summary>
    WhoeverSeesTheTerritory,

    /// <summary>The office and leads: the log of contacts, and minutes that nobody has circulated.</summary>
    Office,
    Coordinators,
}

/// <summary>Something open with a day, of which somebody may have to be reminded. What is done is no fact any more.</summary>
/// <param name="SubjectId">Of the milestone, the session, the territory …</param>
/// <param name="DueOn">In the programme's calendar.</param>
/// <param name="Title">What it is, in a line.</param>
/// <param name="Address">Of the page on which something can be done about it, below the site's root, without a slash before it.</param>
public sealed record ReminderFact(ReminderKind Kind, Guid SubjectId, DateOnly DueOn, string Title, string Address)
{
    /// <summary>Empty for what belongs to no territory.</summary>
    public Guid? TerritoryId { get; init; }

    /// <summary>Its name, or that of the working group; what the list of reminders is grouped by.</summary>
    public string? Of { get; init; }

    /// <summary>Before this day there is nothing to be reminded of, such as the minutes of a session still to come; empty: always.</summary>
    public DateOnly? OpenFrom { get; init; }

    /// <summary>Whose holidays count: Eurostat's code of the country; empty for those of the institutions of the European Union.</summary>
    public string? Country { get; init; }

    public ReminderReaders Readers { get; init; }

    /// <summary>Who is meant by each audience today: persons that may sign in and may see it. Nobody is where none is named.</summary>
    public required IReadOnlyDictionary<ReminderAudience, IReadOnlyList<Guid>> People { get; init; }

    /// <summary>The persons of all the audiences that are named, each once.</summary>
    public IEnumerable<Guid> PeopleOf(ReminderAudience audience) => People.Where(p => audience.HasFlag(p.Key)).SelectMany(p => p.Value).Distinct();
}
