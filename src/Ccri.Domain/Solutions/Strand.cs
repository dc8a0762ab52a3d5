namespace Ccri.Domain.Solutions;

/// <summary>One strand of work of a solution: Asker's has four, by material. Source: domain.md 1.2.</summary>
public sealed class Strand : Entity
{
    public Strand(Guid solutionId, Guid territoryId, string title) => (SolutionId, TerritoryId, Title) = (solutionId, territoryId, Line(title, "The name of the strand"));

    public Guid SolutionId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public string Title { get; private set; }
    public string? Description { get; private set; }

    public void Call(string title) => Title = Line(title, "The name of the strand");
    public void Describe(string? description) => Description = Optional(description);
}
