namespace Ccri.Domain.WorkingGroups;

/// <summary>The four categories of members. Source: domain.md section 2.</summary>
public enum MemberCategory
{
    Pilot,
    Fellow,
    CcriProject,
    AssociatedPartner,
}

/// <summary>A territory or an organisation in a working group.</summary>
public sealed class GroupMembership : Dated
{
    /// <exception cref="RuleViolationException">When the category does not fit the member.</exception>
    public GroupMembership(Guid workingGroupId, MemberCategory category, Guid? territoryId, Guid? organisationId)
    {
        (WorkingGroupId, TerritoryId, OrganisationId) = (workingGroupId, territoryId, organisationId);
        Count(category);
    }

    public Guid WorkingGroupId { get; private set; }
    public MemberCategory Category { get; private set; }
    public Guid? TerritoryId { get; private set; }
    public Guid? OrganisationId { get; private set; }

    /// <summary>As what the member counts.</summary>
    /// <exception cref="RuleViolationException">When the category does not fit the member.</exception>
    public void Count(MemberCategory category)
    {
        var isTerritory = category is MemberCategory.Pilot or MemberCategory.Fellow;
        Require(isTerritory ? TerritoryId is not null && OrganisationId is null : TerritoryId is null && OrganisationId is not null,
            isTerritory ? "A Pilot or Fellow in a working group is a territory." : "A CCRI Project or Associated Partner in a working group is an organisation.");
        Category = category;
    }
}
