namespace Ccri.Domain.Plans;

/// <summary>Whether a lead is a public or a private body.</summary>
public enum Sector
{
    Public,
    Private,

    /// <summary>Associations, foundations, research: neither authority nor business.</summary>
    Other,
}

/// <summary>Who leads an objective or an action: at most one public and one private lead, and any number of co-leads. Source: domain.md 1.2 (Flanders) and 5.2.</summary>
public sealed class Lead : Entity
{
    private Lead(Guid planId, Guid territoryId) => (PlanId, TerritoryId) = (planId, territoryId);

    public Guid PlanId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public Guid? ObjectiveId { get; private set; }
    public Guid? ActionId { get; private set; }
    public Guid? OrganisationId { get; private set; }

    /// <summary>Of who is not in the register of organisations.</summary>
    public string? Name { get; private set; }
    public Sector Sector { get; private set; }

    /// <summary>Supports the lead.</summary>
    public bool IsCoLead { get; private set; }

    /// <param name="others">The leads that the objective has already.</param>
    /// <exception cref="RuleViolationException">When nobody is named, or there is a lead of that sector already.</exception>
    public static Lead OfObjective(Objective objective, Guid? organisationId, string? name, Sector sector, bool isCoLead, IEnumerable<Lead> others)
    {
        var lead = new Lead(objective.PlanId, objective.TerritoryId) { ObjectiveId = objective.Id };
        lead.Identify(organisationId, name, sector, isCoLead, others);
        return lead;
    }

    /// <inheritdoc cref="OfObjective"/>
    public static Lead OfAction(PlanAction action, Guid? organisationId, string? name, Sector sector, bool isCoLead, IEnumerable<Lead> others)
    {
        var lead = new Lead(action.PlanId, action.TerritoryId) { ActionId = action.Id };
        lead.Identify(organisationId, name, sector, isCoLead, others);
        return lead;
    }

    /// <inheritdoc cref="OfObjective"/>
    public void Identify(Guid? organisationId, string? name, Sector sector, bool isCoLead, IEnumerable<Lead> others)
    {
        var given = Optional(name) is { } typed ? Line(typed, "The name of the lead") : null;
        Require(organisationId is null != given is null, "Choose an organisation of the register, or enter the name of one that is not in it.");
        Require(isCoLead || !others.Any(o => o.Id != Id && !o.IsCoLead && o.Sector == sector),
            $"There is a {InWords(sector)} already. Make this one a co-lead, or change the other first.");
        (OrganisationId, Name, Sector, IsCoLead) = (organisationId, given, sector, isCoLead);
    }

    private static string InWords(Sector sector) => sector switch
    {
        Sector.Public => "public lead",
        Sector.Private => "private lead",
        _ => "lead that is neither public nor private",
    };
}
