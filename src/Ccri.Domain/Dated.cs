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
}
