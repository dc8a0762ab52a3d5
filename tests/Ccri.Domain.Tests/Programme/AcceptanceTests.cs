using Ccri.Domain.Programme;

namespace Ccri.Domain.Tests.Programme;

public sealed class AcceptanceTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void It_covers_the_facts_it_was_given_for_and_lapses_with_them()
    {
        var tier = Guid.CreateVersion7();
        var acceptance = Of(Acceptance.FingerprintOf("AccompanyingPartner", tier, false), "Agreed with the Commission");

        acceptance.Covers(Acceptance.FingerprintOf("AccompanyingPartner", tier, false)).ShouldBeTrue();
        acceptance.Covers(Acceptance.FingerprintOf("AccompanyingPartner", tier, true)).ShouldBeFalse();
        acceptance.Covers(Acceptance.FingerprintOf("AccompanyingPartner", Guid.CreateVersion7(), false)).ShouldBeFalse();
    }

    [Fact]
    public void A_fingerprint_is_64_digits_and_tells_the_order_of_the_facts()
    {
        Acceptance.FingerprintOf("pilot", 12).ShouldMatch("^[0-9a-f]{64}$");
        Acceptance.FingerprintOf("pilot", 12).ShouldNotBe(Acceptance.FingerprintOf(12, "pilot"));
        Acceptance.FingerprintOf(45.0m, -0.50m, 1_000m).ShouldBe(Acceptance.FingerprintOf(45.000000m, -0.5m, 1000.0m), "databases give decimals with other zeros");
        Acceptance.FingerprintOf(45.0m).ShouldNotBe(Acceptance.FingerprintOf(45.000001m));
        Acceptance.FingerprintOf("pilot", null).ShouldNotBe(Acceptance.FingerprintOf("pilot"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("because")]
    public void A_reason_that_says_nothing_is_refused(string reason) => Should.Throw<RuleViolationException>(() => Of("x", reason)).Message.ShouldEndWith(".");

    [Fact]
    public void A_reason_that_is_too_long_is_refused() => Should.Throw<RuleViolationException>(() => Of("x", new string('x', 1001))).Message.ShouldContain("1001");

    private static Acceptance Of(string fingerprint, string reason) => new(Acceptance.TierEntitlement, Guid.CreateVersion7(), null, fingerprint, reason, null, Now);
}
