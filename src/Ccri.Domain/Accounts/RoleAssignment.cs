namespace Ccri.Domain.Accounts;

/// <summary>One role of a person, for everything or for one territory or one working group, between two days.</summary>
public sealed class RoleAssignment : Dated
{
    /// <exception cref="RuleViolationException">When the scope does not fit the role.</exception>
    public RoleAssignment(Role role, Guid? territoryId = null, Guid? workingGroupId = null, Guid? subGroupId = null)
    {
        Require(territoryId is null || workingGroupId is null, "A role is for a territory or for a working group, not for both: give two roles.");
        Require(role != Role.Territory || territoryId is not null, "A territory contact needs the territory: name it as the scope.");
        Require(role is Role.Officer or Role.Territory || territoryId is null, "Only officers and territory contacts can be limited to a territory.");
        Require(role == Role.Lead || workingGroupId is null, "Only working-group leads can be limited to a working group.");
        Require(subGroupId is null || workingGroupId is not null, "A role for a sub-group needs its working group.");
        (Role, TerritoryId, WorkingGroupId, SubGroupId) = (role, territoryId, workingGroupId, subGroupId);
    }

    public Guid PersonId { get; private set; }
    public Role Role { get; private set; }

    /// <summary>The one territory it is for; empty: every territory.</summary>
    public Guid? TerritoryId { get; private set; }

    /// <summary>The one working group it is for; empty: every group.</summary>
    public Guid? WorkingGroupId { get; private set; }

    /// <summary>The one sub-group of the working group it is for; empty: the whole group.</summary>
    public Guid? SubGroupId { get; private set; }

    public bool IsSameAs(RoleAssignment other) => (Role, TerritoryId, WorkingGroupId, SubGroupId) == (other.Role, other.TerritoryId, other.WorkingGroupId, other.SubGroupId);

    /// <summary>Whether it counts on this day.</summary>
    public bool IsOn(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    /// <summary>Whether both count on some day. A start that is not known is taken to lie after an end that is.</summary>
    public bool Overlaps(RoleAssignment other) => !IsOverBefore(other) && !other.IsOverBefore(this);

    /// <summary>Its last day is this one; a role that has not begun by then has no more than its first day.</summary>
    public void EndOn(DateOnly day) => Last(From, From > day ? From : day);

    private bool IsOverBefore(RoleAssignment other) => To is not null && (other.From is null || To < other.From);
}
