using Ccri.Domain.Indicators;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Indicators;

public sealed class AggregateTests
{
    private static readonly DateOnly First = new(2025, 1, 1), Last = new(2026, 12, 31);

    private static readonly Gen<DateOnly> Day = Gen.Choose(0, Last.DayNumber - First.DayNumber).Select(First.AddDays);

    private static readonly Arbitrary<DatedValue[]> Values = (from days in Gen.ListOf(Day)
                                                               from values in Gen.ArrayOf(Gen.Choose(-1_000_000, 1_000_000), days.Distinct().Count())
                                                               select days.Distinct().Zip(values, (day, value) => new DatedValue(day, value / 100m)).ToArray()).ToArbitrary();

    /// <summary>A period cut into two that follow each other.</summary>
    private static readonly Arbitrary<(Period Whole, Period Earlier, Period Later)> Splits = (from days in Gen.ArrayOf(Day, 3)
                                                                                                let sorted = days.Order().ToArray()
                                                                                                where sorted[1] < sorted[2]
                                                                                                select (new Period(sorted[0], sorted[2]), new Period(sorted[0], sorted[1]), new Period(sorted[1].AddDays(1), sorted[2]))).ToArbitrary();

    [Fact]
    public void The_sum_of_a_period_is_the_sum_of_the_sums_of_its_parts() => Over(Aggregation.Sum, (whole, earlier, later) =>
        whole.Value == (whole.Count == 0 ? null : (earlier.Value ?? 0) + (later.Value ?? 0)));

    [Fact]
    public void The_last_of_a_period_is_the_last_of_its_last_part_that_has_one() => Over(Aggregation.Last, (whole, earlier, later) => whole.Value == (later.Value ?? earlier.Value) && whole.LastOn == (later.LastOn ?? earlier.LastOn));

    [Fact]
    public void The_average_of_a_period_is_that_of_its_parts_weighed_by_how_many_values_they_have() => Over(Aggregation.Average, (whole, earlier, later) => whole.Count == 0 ? whole.Value is null
        : Math.Abs(whole.Value!.Value - ((earlier.Value ?? 0) * earlier.Count + (later.Value ?? 0) * later.Count) / whole.Count) < 0.000001m);

    [Fact]
    public void What_does_not_aggregate_has_a_value_only_where_there_is_one_alone() => Over(Aggregation.None, (whole, earlier, later) => whole.Value == (whole.Count == 1 ? earlier.Value ?? later.Value : null));

    [Fact]
    public void Whatever_the_rule_each_value_of_the_period_is_counted_once_and_the_order_does_not_matter() => Prop.ForAll(Values, Splits, (values, split) => Enum.GetValues<Aggregation>().All(how =>
    {
        var whole = Aggregate.Of(how, values, split.Whole);
        return whole.Count == values.Count(v => v.On >= split.Whole.From && v.On <= split.Whole.To) && whole == Aggregate.Of(how, values.Reverse(), split.Whole);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Quarters_half_years_and_the_year_agree_on_a_sum()
    {
        DatedValue[] values = [new(new(2026, 1, 1), 1), new(new(2026, 3, 31), 2), new(new(2026, 4, 1), 4), new(new(2026, 12, 31), 8), new(new(2025, 12, 31), 16)];

        decimal? Sum(PeriodLength length, int count) => Period.Last(count, length, new(2026, 12, 31)).Sum(period => Aggregate.Of(Aggregation.Sum, values, period).Value ?? 0);
        (Sum(PeriodLength.Quarter, 4), Sum(PeriodLength.HalfYear, 2), Sum(PeriodLength.Year, 1)).ShouldBe((15, 15, 15));
    }

    private static void Over(Aggregation how, Func<Aggregate, Aggregate, Aggregate, bool> holds) => Prop.ForAll(Values, Splits, (values, split) =>
        holds(Aggregate.Of(how, values, split.Whole), Aggregate.Of(how, values, split.Earlier), Aggregate.Of(how, values, split.Later))).QuickCheckThrowOnFailure();
}
