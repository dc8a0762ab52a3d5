namespace Ccri.Domain.WorkingGroups;

/// <summary>A thematic part of a working group, coordinated by one of its members. Source: domain.md section 2.</summary>
public sealed class SubGroup : Dated
{
    public const int LongestName = 160;

    private readonly List<SubGroupMember> _members = [];

    public SubGroup(Guid workingGroupId, string name)
    {
        (WorkingGroupId, Name) = (workingGroupId, "");
        Call(name);
    }

    public Guid WorkingGroupId { get; private set; }
    public string Name { get; private set; }

    /// <summary>The membership of whoever coordinates it; empty while nobody does.</summary>
    public Guid? CoordinatorMembershipId { get; private set; }

    /// <summary>Members of the group that take part in it.</summary>
    public IReadOnlyList<SubGroupMember> Members => _members;

    public void Call(string name) => Name = Line(name, "The name of the sub-group", LongestName);

    /// <summary>Who coordinates it takes part in it.</summary>
    /// <param name="membershipId">Of this working group.</param>
    public void BeCoordinatedBy(Guid? membershipId)
    {
        CoordinatorMembershipId = membershipId;
        if (membershipId is { } id && _members.TrueForAll(m => m.MembershipId != id))
            _members.Add(new SubGroupMember(Id, id));
    }

    /// <param name="membershipIds">Of this working group; whoever coordinates it stays.</param>
    public void Consist(IReadOnlyCollection<Guid> membershipIds)
    {
        _members.RemoveAll(m => m.MembershipId != CoordinatorMembershipId && !membershipIds.Contains(m.MembershipId));
        _members.AddRange(membershipIds.Distinct().Where(id => _members.TrueForAll(m => m.MembershipId != id)).Select(id => new SubGroupMember(Id, id)).ToList());
    }
}

/// <summary>A member of the group that takes part in one of its sub-groups.</summary>
public sealed class SubGroupMember : Entity
{
    internal SubGroupMember(Guid subGroupId, Guid membershipId) => (SubGroupId, MembershipId) = (subGroupId, membershipId);

    public Guid SubGroupId { get; private set; }
    public Guid MembershipId { get; private set; }
}
