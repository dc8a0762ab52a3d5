using Ccri.Domain.Programme;

namespace Ccri.Domain.Statuses;

/// <summary>From here on a thing had a status, until its next entry. Written when the status changes; never edited.</summary>
public sealed class StatusEntry : Entity, IOfTerritory
{
    public const int LongestWhy = 1200;

    /// <param name="status">Empty when the thing is followed no more: dropped, stopped, expired.</param>
    /// <param name="why">In a sentence.</param>
    /// <param name="personId">Who gave it; empty when the rule did.</param>
    /// <param name="on">The day in the programme's calendar.</param>
    /// <param name="at">UTC.</param>
    public StatusEntry(StatusKind kind, Guid subjectId, Guid territoryId, Rag? status, string why, bool byPerson, Guid? personId, DateOnly on, DateTime at)
    {
        (Kind, SubjectId, TerritoryId, Status, ByPerson, PersonId, On, At) = (kind, subjectId, territoryId, status, byPerson, personId, on, at);
        Why = Line(why, "The reason", LongestWhy);
    }

#pragma warning disable CS8618 // read from the database
    private StatusEntry() { }
#pragma warning restore CS8618

    public StatusKind Kind { get; private set; }
    public Guid SubjectId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public Rag? Status { get; private set; }
    public string Why { get; private set; }

    /// <summary>Whether a person gave it; the rule did otherwise.</summary>
    public bool ByPerson { get; private set; }

    /// <summary>Who gave it; empty for the rule and for the command line.</summary>
    public Guid? PersonId { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>How a status moved over the last quarter.</summary>
public enum Trend
{
    Steady,
    Better,
    Worse,
}

public static class Trends
{
    /// <summary>How far back a trend looks, in months.</summary>
    public const int Months = 3;

    /// <summary>Compares what is now with what was; empty when one of them is not known.</summary>
    public static Trend? Of(Rag? before, Rag? now) => before is not { } was || now is not { } or Rag.NoData || was == Rag.NoData ? null
        : Severity.Of(now.Value).CompareTo(Severity.Of(was)) switch { 0 => Trend.Steady, > 0 => Trend.Worse, _ => Trend.Better };
}
