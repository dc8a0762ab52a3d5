namespace Ccri.Domain.Solutions;

/// <summary>The three phases of the CCRI methodology: how mature a territory is with respect to a solution. Not strictly sequential. Source: domain.md 4.2.</summary>
public enum Phase
{
    /// <summary>The territory and its metabolism are mapped; the product is a baseline of its circularity.</summary>
    Map,

    /// <summary>The solution is designed.</summary>
    Design,

    /// <summary>The solution is carried out: governance, responsibilities, investment, operation.</summary>
    Implement,
}

/// <summary>From here on the solution was in a phase, until the next entry. A phase may be entered again.</summary>
public sealed class PhaseEntry : Entity
{
    internal PhaseEntry(Guid solutionId, Guid territoryId, int number, Phase phase, PartialDate from, string? note)
    {
        (SolutionId, TerritoryId, Number, Phase, From, Precision) = (solutionId, territoryId, number, phase, from.First, from.Precision);
        Note = Optional(note);
    }

    private PhaseEntry() { } // read from the database

    public Guid SolutionId { get; private set; }
    public Guid TerritoryId { get; private set; }
    /// <summary>1, 2, 3 … within the solution: the order, also of two of which only the year is known.</summary>
    public int Number { get; private set; }
    public Phase Phase { get; private set; }
    public DateOnly From { get; private set; }
    public DatePrecision Precision { get; private set; }

    /// <summary>Why, above all when it went back.</summary>
    public string? Note { get; private set; }
}
