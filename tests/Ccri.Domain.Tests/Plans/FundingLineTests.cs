using Ccri.Domain.Plans;

namespace Ccri.Domain.Tests.Plans;

public sealed class FundingLineTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly FundingLine _line = new(new InvestmentProject(Guid.CreateVersion7(), Guid.CreateVersion7(), "P1", "Material bank"));

    [Fact]
    public void A_line_says_where_the_money_comes_from_and_how_much_it_is()
    {
        _line.ComeFrom(FundingSource.Life, FundingInstrument.Grant, " The programme ", isPrivate: false);
        _line.Give(1_150_00, "nok", 11.5m, Today);
        _line.Remark(" ");

        (_line.Source, _line.Instrument, _line.Provider, _line.IsPrivate, _line.Note).ShouldBe((FundingSource.Life, FundingInstrument.Grant, "The programme", false, null));
        (_line.Amount, _line.Currency, _line.Rate, _line.RateOn).ShouldBe((115_000, "NOK", 11.5m, Today));
    }

    [Fact]
    public void An_amount_may_be_not_known_and_may_be_0()
    {
        _line.Give(null, "EUR", null, null);
        _line.Amount.ShouldBeNull();
        _line.Give(0, "EUR", null, null);
        _line.Amount.ShouldBe(0);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(Money.Largest + 1)]
    public void A_negative_or_far_too_large_amount_is_refused(long cents) =>
        Refused(() => _line.Give(cents, "EUR", null, null)).ShouldBe("The amount is negative or too large. Please enter 0 or more, or leave it empty when it is not known.");

    [Fact]
    public void An_unknown_currency_and_a_rate_without_its_day_are_refused_and_change_nothing()
    {
        _line.Give(5_00, "SEK", 11m, Today);

        Refused(() => _line.Give(7_00, "ABC", null, null)).ShouldContain("no currency that we know");
        Refused(() => _line.Give(7_00, "NOK", 11.5m, null)).ShouldBe("The day of the rate is missing. A rate counts only with its day.");
        (_line.Amount, _line.Currency, _line.Rate).ShouldBe((500, "SEK", 11m));
    }

    [Fact]
    public void A_status_is_told_with_its_day_which_money_that_is_not_secured_need_not_have()
    {
        _line.Stand(FundingStatus.AppliedFor, null, Today);
        _line.On.ShouldBeNull();
        _line.Stand(FundingStatus.Contracted, Today, Today);
        (_line.Status, _line.On).ShouldBe((FundingStatus.Contracted, Today));
    }

    [Theory]
    [InlineData(FundingStatus.Contracted)]
    [InlineData(FundingStatus.Disbursed)]
    public void Secured_money_needs_its_day(FundingStatus status) =>
        Refused(() => _line.Stand(status, null, Today)).ShouldBe("Enter the day since when the money is contracted or paid out.");

    [Fact]
    public void A_status_of_a_day_ahead_is_refused() =>
        Refused(() => _line.Stand(FundingStatus.Approved, Today.AddDays(1), Today)).ShouldBe("The day 2026-11-23 has not come yet. Record the status once it is reached.");

    [Fact]
    public void Only_contracted_and_paid_out_money_is_secured_and_only_applied_for_and_approved_money_is_pending()
    {
        Enum.GetValues<FundingStatus>().Where(FundingLine.IsSecured).ShouldBe([FundingStatus.Contracted, FundingStatus.Disbursed]);
        Enum.GetValues<FundingStatus>().Where(FundingLine.IsPending).ShouldBe([FundingStatus.AppliedFor, FundingStatus.Approved]);
    }

    [Fact]
    public void Loans_of_banks_equity_and_the_crowd_are_usually_private() =>
        Enum.GetValues<FundingSource>().Where(FundingLine.IsUsuallyPrivate).ShouldBe([FundingSource.CommercialLoan, FundingSource.Equity, FundingSource.Crowdfunding]);

    [Fact]
    public void No_usually_private_source_is_of_the_union() => Enum.GetValues<FundingSource>().Where(FundingLine.IsUsuallyPrivate).ShouldAllBe(source => !FundingLine.IsOfTheUnion(source));

    private static string Refused(Action verb) => Should.Throw<RuleViolationException>(verb).Message;
}
