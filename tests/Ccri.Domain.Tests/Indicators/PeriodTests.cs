using Ccri.Domain.Indicators;

namespace Ccri.Domain.Tests.Indicators;

public sealed class PeriodTests
{
    [Theory]
    [InlineData(PeriodLength.Quarter, "2026-11-22", "2026-10-01", "2026-12-31")]
    [InlineData(PeriodLength.Quarter, "2024-02-29", "2024-01-01", "2024-03-31")]
    [InlineData(PeriodLength.HalfYear, "2026-06-30", "2026-01-01", "2026-06-30")]
    [InlineData(PeriodLength.HalfYear, "2026-07-01", "2026-07-01", "2026-12-31")]
    [InlineData(PeriodLength.Year, "2026-07-01", "2026-01-01", "2026-12-31")]
    public void A_day_lies_in_one_period_of_each_length(PeriodLength length, string day, string from, string to) =>
        Period.Of(length, DateOnly.Parse(day, null)).ShouldBe(new Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    [Fact]
    public void The_last_periods_follow_each_other_without_a_gap_and_end_with_that_of_the_day()
    {
        foreach (var length in Enum.GetValues<PeriodLength>())
        {
            var periods = Period.Last(9, length, new(2026, 8, 31));
            periods.Zip(periods.Skip(1)).ShouldAllBe(pair => pair.First.To.AddDays(1) == pair.Second.From);
            periods[^1].Contains(new(2026, 8, 31)).ShouldBeTrue();
            periods.Count.ShouldBe(9);
        }
    }

    [Theory]
    [InlineData("2026-01-01", "2026-12-31", true)]
    [InlineData("2026-03-05", "2027-03-04", true)]
    [InlineData("2026-03-05", "2027-03-03", false)]
    [InlineData("2024-02-29", "2025-02-27", true)]
    [InlineData("2026-10-01", "2026-12-31", false)]
    public void Context_is_shown_for_a_year_or_more(string from, string to, bool expected) => new Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null)).IsAYearOrMore.ShouldBe(expected);

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() => Should.Throw<RuleViolationException>(() => new Period(new(2026, 2, 1), new(2026, 1, 31))).Message.ShouldContain("2026-01-31");
}
