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
}
