using Ccri.Domain.Programme;

namespace Ccri.Domain.Tests.Programme;

public sealed class VerdictTests
{
    private const string Programme = "Horizon 2020";

    private static readonly DateOnly Day = new(2022, 9, 15);

    [Fact]
    public void A_member_state_is_eligible() => Of("Austria", Entry(EligibilityStanding.MemberState))
        .ShouldBe(new Verdict(true, "Austria: a member state of the European Union, eligible under Horizon 2020."));

    [Fact]
    public void An_associated_country_is_eligible_and_missing_dates_are_told() => Of("Norway", Entry(EligibilityStanding.Associated))
        .ShouldBe(new Verdict(true, "Norway: associated to Horizon 2020; the source states no dates."));

    [Fact]
    public void An_associated_country_with_dates_is_eligible_between_them() =>
        Of("Switzerland", Entry(EligibilityStanding.Associated, new(2017, 1, 1), new(2024, 12, 31))).ShouldBe(new Verdict(true, "Switzerland: associated to Horizon 2020 from 1 Jan 2017 to 31 Dec 2024."));

    [Fact]
    public void A_country_that_one_source_names_is_eligible_with_a_remark() => Of("United Kingdom", Entry(EligibilityStanding.NamedByOneSource))
        .ShouldBe(new Verdict(true, "United Kingdom: eligible under Horizon 2020 by the word of one source only; the source states no dates. Confirm it with the Commission before relying on it."));

    [Fact]
    public void A_country_that_no_list_names_is_not_eligible() => Of("Brazil")
        .ShouldBe(new Verdict(false, "Brazil: not on the list of Horizon 2020. It would have to be a member state of the European Union, or associated to Horizon 2020."));

    [Fact]
    public void A_list_of_another_programme_does_not_count() =>
        Verdict.Of("Kosovo", [Entry(EligibilityStanding.Associated, programme: "Horizon Europe")], Programme, Day).IsEligible.ShouldBeFalse();

    [Theory]
    [InlineData(2014, 2020, "from 1 Jan 2014 to 31 Dec 2020")]
    [InlineData(2023, null, "since 1 Jan 2023")]
    [InlineData(null, 2020, "until 31 Dec 2020")]
    public void A_country_that_is_listed_but_not_on_that_day_is_not_eligible(int? first, int? last, string period) =>
        Of("Switzerland", Entry(EligibilityStanding.Associated, first is { } from ? new(from, 1, 1) : null, last is { } to ? new(to, 12, 31) : null))
            .ShouldBe(new Verdict(false, $"Switzerland: on the list of Horizon 2020 {period}, not on 15 Sep 2022."));

    [Fact]
    public void Of_two_periods_the_one_that_holds_counts_and_a_gap_names_both()
    {
        Eligibility[] twice = [Entry(EligibilityStanding.Associated, new(2014, 1, 1), new(2016, 12, 31)), Entry(EligibilityStanding.Associated, new(2020, 1, 1))];

        Of("Switzerland", twice).Reason.ShouldBe("Switzerland: associated to Horizon 2020 since 1 Jan 2020.");
        Verdict.Of("Switzerland", twice, Programme, new(2018, 6, 1)).Reason.ShouldBe("Switzerland: on the list of Horizon 2020 from 1 Jan 2014 to 31 Dec 2016 and since 1 Jan 2020, not on 1 Jun 2018.");
    }

    [Fact]
    public void The_surer_of_two_standings_is_told() =>
        Of("United Kingdom", Entry(EligibilityStanding.NamedByOneSource), Entry(EligibilityStanding.Associated)).Reason.ShouldStartWith("United Kingdom: associated");

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void Without_a_programme_nothing_is_refused(string? programme) => Verdict.Of("Brazil", [], programme, Day).IsEligible.ShouldBeTrue();

    private static Verdict Of(string country, params Eligibility[] entries) => Verdict.Of(country, entries, Programme, Day);

    private static Eligibility Entry(EligibilityStanding standing, DateOnly? from = null, DateOnly? to = null, string programme = Programme)
    {
        var entry = new Eligibility(programme, "XX");
        entry.Stand(standing);
        entry.Last(from, to);
        return entry;
    }
}
