using Ccri.Domain.Organisations;

namespace Ccri.Domain.Tests.Organisations;

public sealed class NetworkMembershipTests
{
    private static readonly Guid Network = Guid.CreateVersion7();

    [Fact]
    public void A_member_is_a_territory_or_an_organisation()
    {
        var id = Guid.CreateVersion7();

        new NetworkMembership(Network, id, null).TerritoryId.ShouldBe(id);
        new NetworkMembership(Network, null, id).OrganisationId.ShouldBe(id);
        Should.Throw<RuleViolationException>(() => new NetworkMembership(Network, null, null)).Message.ShouldBe("A member of a network is either a territory or an organisation.");
        Should.Throw<RuleViolationException>(() => new NetworkMembership(Network, id, id));
    }
}
