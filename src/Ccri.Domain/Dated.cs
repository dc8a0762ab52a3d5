namespace Ccri.Domain;

/// <summary>Something that held from one day to another, both included; an unknown day is empty, never invented.</summary>
public abstract class Dated : Entity
{
    /// <summary>First day, or empty when no source states it.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day, or empty while it lasts.</summary>
    public DateOnly? To { get; private set; }

    /// <exception cref="RuleViolationException">When it would end before it began.</exception>
    public void Last(DateOnly? from, DateOnly? to)
    {
        Require(from is null || to is null || from <= to, $"The end ({to:yyyy-MM-dd}) lies before the start ({from:yyyy-MM-dd}).");
        (From, To) = (from, to);
    }

    /// <summary>From here on it is known when it ends; that day still counts.</summary>
    /// <exception cref="RuleViolationException">When it would end before it began.</exception>
    public void End(DateOnly day) => Last(From, day);

    /// <summary>Whether it holds on a day. An end that lies ahead has not come yet; an unknown start is long past.</summary>
    public bool HeldOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    /// <summary>Whether there is a day on which both hold, as far as is known.</summary>
    public bool Overlaps(Dated other) => (From is null || other.To is null || From <= other.To) && (other.From is null || To is null || other.From <= To);
}
