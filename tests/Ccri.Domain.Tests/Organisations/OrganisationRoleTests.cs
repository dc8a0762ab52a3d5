using Ccri.Domain.Organisations;

namespace Ccri.Domain.Tests.Organisations;

public sealed class OrganisationRoleTests
{
    private static readonly Guid Organisation = Guid.CreateVersion7();
    private static readonly Guid Territory = Guid.CreateVersion7();
    private static readonly Guid Group = Guid.CreateVersion7();

    private static readonly OrganisationRoleKind[] ForTerritory =
    [
        OrganisationRoleKind.LeadOrganisation, OrganisationRoleKind.SupportingExpert, OrganisationRoleKind.ApplicationAuthor, OrganisationRoleKind.AccompanyingPartner,
    ];

    public static TheoryData<OrganisationRoleKind> Kinds => [.. Enum.GetValues<OrganisationRoleKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Each_kind_of_role_takes_exactly_what_it_is_for(OrganisationRoleKind kind)
    {
        foreach (var (territory, group) in new (Guid?, Guid?)[] { (null, null), (Territory, null), (null, Group), (Territory, Group) })
        {
            var fits = ForTerritory.Contains(kind) == territory is not null && (kind == OrganisationRoleKind.GroupLeader) == group is not null;
            if (fits)
                new OrganisationRole(Organisation, kind, territory, group).Kind.ShouldBe(kind);
            else
                Should.Throw<RuleViolationException>(() => new OrganisationRole(Organisation, kind, territory, group)).Message.ShouldEndWith(".");
        }
    }

    [Fact]
    public void The_refusal_says_what_is_missing()
    {
        Should.Throw<RuleViolationException>(() => new OrganisationRole(Organisation, OrganisationRoleKind.AccompanyingPartner)).Message.ShouldBe("This role needs the territory it is for.");
        Should.Throw<RuleViolationException>(() => new OrganisationRole(Organisation, OrganisationRoleKind.GroupLeader)).Message.ShouldBe("A group leader needs the working group.");
        Should.Throw<RuleViolationException>(() => new OrganisationRole(Organisation, OrganisationRoleKind.KnowledgeHub, Territory)).Message.ShouldBe("This role is not for one territory.");
    }

    [Fact]
    public void A_department_is_optional()
    {
        var role = new OrganisationRole(Organisation, OrganisationRoleKind.LeadOrganisation, Territory);

        role.ActThrough(" Environment ministry ");
        role.Unit.ShouldBe("Environment ministry");

        role.ActThrough("  ");
        role.Unit.ShouldBeNull();
    }
}
