using Ccri.Domain.Accounts;

namespace Ccri.Domain.Tests.Accounts;

public sealed class RoleAssignmentTests
{
    private static readonly Guid Territory = Guid.CreateVersion7();
    private static readonly Guid Group = Guid.CreateVersion7();

    [Theory]
    [InlineData(Role.Officer, false, false)]
    [InlineData(Role.Officer, true, false)]
    [InlineData(Role.Lead, false, false)]
    [InlineData(Role.Lead, false, true)]
    [InlineData(Role.Coordinator, false, false)]
    [InlineData(Role.Territory, true, false)]
    [InlineData(Role.Desk, false, false)]
    public void A_role_has_the_scope_that_fits_it(Role role, bool ofTerritory, bool ofGroup)
    {
        var assignment = Give(role, ofTerritory, ofGroup);

        assignment.Role.ShouldBe(role);
        assignment.TerritoryId.ShouldBe(ofTerritory ? Territory : null);
        assignment.WorkingGroupId.ShouldBe(ofGroup ? Group : null);
    }

    [Fact]
    public void A_lead_of_a_sub_group_leads_within_its_group()
    {
        var subGroup = Guid.CreateVersion7();

        Should.Throw<RuleViolationException>(() => new RoleAssignment(Role.Lead, subGroupId: subGroup)).Message.ShouldBe("A role for a sub-group needs its working group.");
        var part = new RoleAssignment(Role.Lead, workingGroupId: Group, subGroupId: subGroup);
        (part.WorkingGroupId, part.SubGroupId).ShouldBe((Group, subGroup));
        part.IsSameAs(new RoleAssignment(Role.Lead, workingGroupId: Group)).ShouldBeFalse("who coordinates a part does not lead the whole");
    }

    [Theory]
    [InlineData(Role.Territory, false, false, "A territory contact needs the territory: name it as the scope.")]
    [InlineData(Role.Lead, true, false, "Only officers and territory contacts can be limited to a territory.")]
    [InlineData(Role.Coordinator, true, false, "Only officers and territory contacts can be limited to a territory.")]
    [InlineData(Role.Desk, true, false, "Only officers and territory contacts can be limited to a territory.")]
    [InlineData(Role.Officer, false, true, "Only working-group leads can be limited to a working group.")]
    [InlineData(Role.Coordinator, false, true, "Only working-group leads can be limited to a working group.")]
    [InlineData(Role.Desk, false, true, "Only working-group leads can be limited to a working group.")]
    [InlineData(Role.Territory, false, true, "A territory contact needs the territory: name it as the scope.")]
    [InlineData(Role.Officer, true, true, "A role is for a territory or for a working group, not for both: give two roles.")]
    [InlineData(Role.Lead, true, true, "A role is for a territory or for a working group, not for both: give two roles.")]
    public void A_scope_that_does_not_fit_is_refused(Role role, bool ofTerritory, bool ofGroup, string sentence) =>
        Should.Throw<RuleViolationException>(() => Give(role, ofTerritory, ofGroup)).Message.ShouldBe(sentence);

    private static RoleAssignment Give(Role role, bool ofTerritory, bool ofGroup) => new(role, ofTerritory ? Territory : null, ofGroup ? Group : null);
}
