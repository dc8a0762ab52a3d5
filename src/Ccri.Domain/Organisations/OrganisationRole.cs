namespace Ccri.Domain.Organisations;

/// <summary>What an organisation is to a territory, to a working group, or to the initiative as a whole.</summary>
public enum OrganisationRoleKind
{
    LeadOrganisation,
    SupportingExpert,

    /// <summary>Wrote the territory's application without leading it.</summary>
    ApplicationAuthor,

    /// <summary>Partner of the support office that accompanies a Pilot.</summary>
    AccompanyingPartner,
    GroupLeader,
    ConsortiumMember,
    ContractingAuthority,
    CcriProject,
    AssociatedPartner,
    KnowledgeHub,
    CommunitiesOfPractice,
}

/// <summary>A dated role of an organisation. Source: domain.md section 9, facts 3 and 10.</summary>
public sealed class OrganisationRole : Dated
{
    public const int LongestUnit = 300;

    /// <exception cref="RuleViolationException">When the role needs a territory or a working group that is not given, or has one it cannot have.</exception>
    public OrganisationRole(Guid organisationId, OrganisationRoleKind kind, Guid? territoryId = null, Guid? workingGroupId = null)
    {
        Require(IsForTerritory(kind) == territoryId is not null, IsForTerritory(kind) ? "This role needs the territory it is for." : "This role is not for one territory.");
        Require((kind == OrganisationRoleKind.GroupLeader) == workingGroupId is not null,
            kind == OrganisationRoleKind.GroupLeader ? "A group leader needs the working group." : "This role is not for one working group.");
        (OrganisationId, Kind, TerritoryId, WorkingGroupId) = (organisationId, kind, territoryId, workingGroupId);
    }

    public Guid OrganisationId { get; private set; }
    public OrganisationRoleKind Kind { get; private set; }
    public Guid? TerritoryId { get; private set; }
    public Guid? WorkingGroupId { get; private set; }

    /// <summary>Department that does the work, when a source names it.</summary>
    public string? Unit { get; private set; }

    public void ActThrough(string? unit) => Unit = Optional(unit);

    /// <summary>Whether a role of this kind is a role for one territory.</summary>
    public static bool IsForTerritory(OrganisationRoleKind kind) => kind is OrganisationRoleKind.LeadOrganisation
        or OrganisationRoleKind.SupportingExpert or OrganisationRoleKind.ApplicationAuthor or OrganisationRoleKind.AccompanyingPartner;
}
