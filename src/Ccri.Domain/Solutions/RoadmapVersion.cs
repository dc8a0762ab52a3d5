namespace Ccri.Domain.Solutions;

/// <summary>The roadmap of a solution as it stood when it was agreed. Never edited. Source: domain.md 4.3 and section 9, fact 7.</summary>
public sealed class RoadmapVersion : Entity
{
    /// <param name="content">The milestones as canonical JSON.</param>
    /// <exception cref="RuleViolationException">When it was agreed in the future.</exception>
    public RoadmapVersion(Guid solutionId, Guid territoryId, int number, DateOnly agreedOn, string? note, string content, DateOnly today)
    {
        Require(agreedOn <= today, $"The day {agreedOn:yyyy-MM-dd} has not come yet. Keep the version once it is agreed.");
        (SolutionId, TerritoryId, Number, AgreedOn, Content) = (solutionId, territoryId, number, agreedOn, content);
        Note = Optional(note);
    }

#pragma warning disable CS8618 // read from the database
    private RoadmapVersion() { }
#pragma warning restore CS8618

    public Guid SolutionId { get; private set; }
    public Guid TerritoryId { get; private set; }

    /// <summary>1, 2, 3 … within the solution.</summary>
    public int Number { get; private set; }
    public DateOnly AgreedOn { get; private set; }
    public string? Note { get; private set; }
    public string Content { get; private set; }
}
