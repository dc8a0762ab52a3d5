namespace Ccri.Domain.Plans;

/// <summary>A project reached a stage, or went back to one. Never edited; only what shows it can be named later, once.</summary>
public sealed class StageChange : Entity
{
    internal StageChange(Guid projectId, Guid territoryId, ProjectStage from, ProjectStage to, DateOnly on, string? evidence)
    {
        (ProjectId, TerritoryId, From, To, On) = (projectId, territoryId, from, to, on);
        Evidence = Optional(evidence);
    }

    private StageChange() { } // read from the database

    public Guid ProjectId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public ProjectStage From { get; private set; }
    public ProjectStage To { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>What shows it, or why it was stopped.</summary>
    public string? Evidence { get; private set; }

    /// <exception cref="RuleViolationException">When something was named before.</exception>
    internal void Show(string evidence)
    {
        Require(Evidence is null, "What shows this stage was named before; it stays as it is.");
        Evidence = Optional(evidence);
    }
}
