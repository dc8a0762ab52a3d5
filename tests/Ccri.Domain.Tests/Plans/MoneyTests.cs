using Ccri.Domain.Plans;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Plans;

public sealed class MoneyTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Theory]
    [InlineData("EUR", "EUR")]
    [InlineData(" nok ", "NOK")]
    [InlineData("Sek", "SEK")]
    public void A_currency_of_a_country_that_takes_part_is_known(string typed, string code) => Money.Known(typed).ShouldBe(code);

    [Theory]
    [InlineData("XXX")]
    [InlineData("")]
    [InlineData("euro")]
    public void Another_word_is_no_currency(string typed) =>
        Should.Throw<RuleViolationException>(() => Money.Known(typed)).Message.ShouldBe($"“{typed}” is no currency that we know. Use a code such as EUR, NOK or SEK.");

    [Theory]
    [InlineData(1150, "NOK", 11.5, 100)]
    [InlineData(115, "NOK", 10.0, 12)] // 11.5 cents
    [InlineData(-115, "NOK", 10.0, -12)] // half away from zero on either side
    [InlineData(114, "NOK", 10.0, 11)]
    [InlineData(125, "EUR", null, 125)]
    public void An_amount_in_euro_is_rounded_half_away_from_zero(long cents, string currency, double? rate, long euro) => Money.InEuro(cents, currency, (decimal?)rate).ShouldBe(euro);

    [Fact]
    public void Without_an_amount_or_a_rate_that_is_needed_nothing_is_known_in_euro()
    {
        Money.InEuro(null, "EUR", null).ShouldBeNull();
        Money.InEuro(null, "NOK", 11.5m).ShouldBeNull();
        Money.InEuro(1150, "NOK", null).ShouldBeNull();
    }

    [Fact]
    public void Converting_never_loses_more_than_half_a_cent() => Prop.ForAll(Amounts.Cents, Amounts.Rate, (cents, rate) =>
        Math.Abs(Money.InEuro(cents, "NOK", rate)!.Value - cents / rate) <= 0.5m).QuickCheckThrowOnFailure();

    [Fact]
    public void Converting_keeps_the_order_of_amounts() => Prop.ForAll(Amounts.Cents, Amounts.Cents, Amounts.Rate, (one, other, rate) =>
        one <= other == Money.InEuro(one, "NOK", rate) <= Money.InEuro(other, "NOK", rate) || Money.InEuro(one, "NOK", rate) == Money.InEuro(other, "NOK", rate)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_rate_counts_with_its_day_and_euro_needs_none()
    {
        Money.Rate("NOK", 11.5m, Day).ShouldBe((11.5m, Day));
        Money.Rate("NOK", null, null).ShouldBe((null, null));
        Money.Rate("EUR", 1m, Day).ShouldBe((null, null));
    }

    [Fact]
    public void A_rate_without_its_day_is_refused() =>
        Refused("NOK", 11.5m, null).ShouldBe("The day of the rate is missing. A rate counts only with its day.");

    [Fact]
    public void A_day_without_its_rate_is_refused() =>
        Refused("NOK", null, Day).ShouldBe("The rate is missing. Enter how many units of the currency one euro was worth on that day.");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_001)]
    public void A_rate_that_is_none_is_refused(int rate) =>
        Refused("NOK", rate, Day).ShouldBe($"The rate is {rate}. Enter how many units of the currency one euro was worth, a number above 0.");

    private static string Refused(string currency, decimal? rate, DateOnly? on) => Should.Throw<RuleViolationException>(() => Money.Rate(currency, rate, on)).Message;
}

/// <summary>Amounts and rates as they really arrive.</summary>
internal static class Amounts
{
    public static readonly Arbitrary<long> Cents = Gen.Choose(0, 2_000_000_000).Select(cents => (long)cents).ToArbitrary();

    /// <summary>0.000001 to about 2000.</summary>
    public static readonly Arbitrary<decimal> Rate = Gen.Choose(1, 2_000_000_000).Select(millionths => millionths / 1_000_000m).ToArbitrary();

    private static readonly Gen<long?> Perhaps = Gen.Frequency((4, Cents.Generator.Select(cents => (long?)cents)), (1, Gen.Constant<long?>(null)));

    private static readonly Gen<LineMoney> Line =
        from amount in Perhaps
        from status in Gen.Elements(Enum.GetValues<FundingStatus>())
        from source in Gen.Elements(Enum.GetValues<FundingSource>())
        from isPrivate in Gen.Elements(true, false)
        select new LineMoney(amount, status, source, isPrivate);

    private static readonly Gen<ProjectMoney> OneProject =
        from capex in Perhaps
        from preparation in Perhaps
        from count in Gen.Choose(0, 6)
        from lines in Gen.ArrayOf(Line, count)
        select new ProjectMoney(Guid.CreateVersion7(), capex, preparation, lines);

    public static readonly Arbitrary<ProjectMoney> Project = OneProject.ToArbitrary();

    public static readonly Arbitrary<ProjectMoney[]> Projects = Gen.Choose(0, 12).SelectMany(count => Gen.ArrayOf(OneProject, count)).ToArbitrary();
}
