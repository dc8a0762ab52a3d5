using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;

namespace Ccri.Domain.Tests.Programme;

public sealed class TierTests
{
    [Fact]
    public void A_tier_has_room_for_one_or_more()
    {
        var tier = new Tier("pilot");
        tier.MakeRoomFor(12);
        tier.Capacity.ShouldBe(12);

        tier.MakeRoomFor(1);
        tier.Capacity.ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-12)]
    public void A_tier_without_room_is_refused_and_keeps_its_size(int territories)
    {
        var tier = new Tier("fellow");
        tier.MakeRoomFor(25);

        Should.Throw<RuleViolationException>(() => tier.MakeRoomFor(territories)).Message.ShouldBe($"A tier has room for at least one territory, not for {territories}.");
        tier.Capacity.ShouldBe(25);
    }

    [Fact]
    public void A_tier_never_has_less_room_than_is_taken()
    {
        var tier = new Tier("pilot");
        tier.MakeRoomFor(12);

        Should.Throw<RuleViolationException>(() => tier.MakeRoomFor(11, taken: 12)).Message.ShouldBe("12 places are taken now. The tier needs room for at least as many, not for 11.");
        tier.Capacity.ShouldBe(12);

        tier.MakeRoomFor(12, taken: 12);
        tier.Capacity.ShouldBe(12);
    }

    [Fact]
    public void Only_individual_support_entitles_to_an_accompanying_partner()
    {
        var tier = new Tier("fellow");
        tier.Call("Fellow");
        tier.CallMany("Fellows");

        tier.EntitlesTo(OrganisationRoleKind.AccompanyingPartner).ShouldBeFalse();
        Enum.GetValues<OrganisationRoleKind>().Where(kind => !tier.EntitlesTo(kind)).ShouldBe([OrganisationRoleKind.AccompanyingPartner]);
        tier.ObjectionFor("Bergen").ShouldBe("Bergen is a Fellow. Fellows get group support, no support of their own, so no partner of the support office accompanies them.");

        tier.EntitleToIndividualSupport(true);
        tier.EntitlesTo(OrganisationRoleKind.AccompanyingPartner).ShouldBeTrue();
    }
}
