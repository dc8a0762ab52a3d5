namespace Ccri.Domain.Solutions;

/// <summary>Whether work on a solution goes on. Source: domain.md section 9, fact 5.</summary>
public enum SolutionState
{
    Active,
    Paused,
    Stopped,

    /// <summary>Goes on in another shape than before.</summary>
    Redesigned,
    Completed,
}

/// <summary>The state of a solution changed: when, why, and what others can learn from it. Never edited.</summary>
public sealed class StateChange : Entity
{
    internal StateChange(Guid solutionId, Guid territoryId, int number, SolutionState from, SolutionState to, PartialDate on, string reason, string lesson)
    {
        (SolutionId, TerritoryId, Number, From, To, On, Precision) = (solutionId, territoryId, number, from, to, on.First, on.Precision);
        Reason = Line(reason, "The reason", Solution.LongestText);
        Lesson = Line(lesson, "The lesson", Solution.LongestText);
    }

#pragma warning disable CS8618 // read from the database
    private StateChange() { }
#pragma warning restore CS8618

    public Guid SolutionId { get; private set; }
    public Guid TerritoryId { get; private set; }
    /// <summary>1, 2, 3 … within the solution: the order, also of two of which only the year is known.</summary>
    public int Number { get; private set; }
    public SolutionState From { get; private set; }
    public SolutionState To { get; private set; }
    public DateOnly On { get; private set; }
    public DatePrecision Precision { get; private set; }
    public string Reason { get; private set; }
    public string Lesson { get; private set; }
}
