namespace Ccri.Domain.Plans;

/// <summary>
/// An objective of an action plan, whatever the plan calls it: agenda, focus area, field. A lever cuts across the objectives:
/// Flanders has six agendas and seven levers. Source: domain.md 1.2 and 5.1.
/// </summary>
public sealed class Objective : Entity
{
    /// <param name="isLever">Cuts across the others.</param>
    public Objective(Guid planId, Guid territoryId, string title, bool isLever = false)
    {
        (PlanId, TerritoryId, IsLever) = (planId, territoryId, isLever);
        Title = Line(title, "The objective", 500);
    }

    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public bool IsLever { get; private set; }

    /// <summary>Its place in the plan: 1, 2, 3 …; equal numbers stand in the order they were entered.</summary>
    public int Number { get; private set; }
    public string Title { get; private set; }
    public string? Description { get; private set; }

    public void Call(string title) => Title = Line(title, "The objective", 500);
    public void Describe(string? description) => Description = Optional(description);

    /// <exception cref="RuleViolationException">When the number is below 1.</exception>
    public void Place(int number)
    {
        Require(number >= 1, $"The number of an objective is 1 or more, not {number}.");
        Number = number;
    }

    /// <summary>Cuts across the others, or not.</summary>
    public void CutAcross(bool isLever) => IsLever = isLever;
}
