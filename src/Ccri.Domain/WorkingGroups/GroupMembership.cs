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
        var isTerritory = category is MemberCategory.Pilot or MemberCategory.Fellow;
        Require(isTerritory ? territoryId is not null && organisationId is null : territoryId is null && organisationId is not null,
            isTerritory ? "A Pilot or Fellow in a working group is a territory." : "A CCRI Project or Associated Partner in a working group is an organisation.");
        (WorkingGroupId, Category, TerritoryId, OrganisationId) = (workingGroupId, category, territoryId, organisationId);
    }

    public Guid WorkingGroupId { get; private set; }
    public MemberCategory Category { get; private set; }
    public Guid? TerritoryId { get; private set; }
    public Guid? OrganisationId { get; private set; }
}
