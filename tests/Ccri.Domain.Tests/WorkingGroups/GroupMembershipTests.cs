using Ccri.Domain.WorkingGroups;

namespace Ccri.Domain.Tests.WorkingGroups;

public sealed class GroupMembershipTests
{
    private static readonly Guid Group = Guid.CreateVersion7();
    private static readonly Guid Territory = Guid.CreateVersion7();
    private static readonly Guid Organisation = Guid.CreateVersion7();

    [Theory]
    [InlineData(MemberCategory.Pilot, true)]
    [InlineData(MemberCategory.Fellow, true)]
    [InlineData(MemberCategory.CcriProject, false)]
    [InlineData(MemberCategory.AssociatedPartner, false)]
    public void Pilots_and_Fellows_are_territories_and_the_others_organisations(MemberCategory category, bool isTerritory)
    {
        var membership = new GroupMembership(Group, category, isTerritory ? Territory : null, isTerritory ? null : Organisation);
        (membership.TerritoryId is not null, membership.OrganisationId is not null).ShouldBe((isTerritory, !isTerritory));

        Should.Throw<RuleViolationException>(() => new GroupMembership(Group, category, isTerritory ? null : Territory, isTerritory ? Organisation : null));
        Should.Throw<RuleViolationException>(() => new GroupMembership(Group, category, Territory, Organisation));
        Should.Throw<RuleViolationException>(() => new GroupMembership(Group, category, null, null)).Message.ShouldEndWith(isTerritory ? "is a territory." : "is an organisation.");
    }
}
