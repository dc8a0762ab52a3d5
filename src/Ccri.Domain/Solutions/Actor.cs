namespace Ccri.Domain.Solutions;

/// <summary>The groups of actors that a systemic solution brings together. Source: domain.md 4.1, criterion 3.</summary>
public enum ActorKind
{
    /// <summary>Administrations and public utilities.</summary>
    Administration,
    Business,
    Research,
    Finance,
    CivilSociety,
}

/// <summary>Who takes part in a solution: an organisation of the register, or one by name only.</summary>
public sealed class Actor : Entity
{
    /// <inheritdoc cref="Identify"/>
    public Actor(Guid solutionId, Guid territoryId, ActorKind kind, Guid? organisationId, string? name)
    {
        (SolutionId, TerritoryId) = (solutionId, territoryId);
        Identify(kind, organisationId, name);
    }

    private Actor() { } // read from the database

    public Guid SolutionId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public ActorKind Kind { get; private set; }
    public Guid? OrganisationId { get; private set; }

    /// <summary>Of who is not in the register of organisations.</summary>
    public string? Name { get; private set; }

    /// <summary>What it does in the solution, in words.</summary>
    public string? Part { get; private set; }

    /// <exception cref="RuleViolationException">When neither an organisation nor a name is given, or both.</exception>
    public void Identify(ActorKind kind, Guid? organisationId, string? name)
    {
        var given = Optional(name);
        Require(organisationId is null != given is null, "Choose an organisation of the register, or enter the name of one that is not in it.");
        (Kind, OrganisationId, Name) = (kind, organisationId, given);
    }

    public void Play(string? part) => Part = Optional(part);
}
