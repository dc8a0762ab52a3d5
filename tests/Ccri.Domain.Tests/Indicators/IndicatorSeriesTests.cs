using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Domain.Statuses;
using static Ccri.Domain.Tests.Refusals;

namespace Ccri.Domain.Tests.Indicators;

public sealed class IndicatorSeriesTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly DateTime Now = new(2026, 11, 22, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Territory = Guid.CreateVersion7();

    [Fact]
    public void An_indicator_is_followed_by_what_it_speaks_of()
    {
        var solution = new Solution(Territory, "CSS-1", "Solution");

        new IndicatorSeries(Of(IndicatorLevel.Territory), Territory).SubjectId.ShouldBe(Territory);
        new IndicatorSeries(Of(IndicatorLevel.Solution), Territory, solution).SubjectId.ShouldBe(solution.Id);
        new IndicatorSeries(Of(IndicatorLevel.Delivery), null).SubjectId.ShouldBe(Guid.Empty);
        Refuses(() => new IndicatorSeries(Of(IndicatorLevel.Delivery), Territory));
        Refuses(() => new IndicatorSeries(Of(IndicatorLevel.Territory), null));
        Refuses(() => new IndicatorSeries(Of(IndicatorLevel.Territory), Territory, solution));
        Refuses(() => new IndicatorSeries(Of(IndicatorLevel.Solution), Territory));
        Refuses(() => new IndicatorSeries(Of(IndicatorLevel.Solution), Guid.CreateVersion7(), solution));
    }

    [Fact]
    public void It_is_measured_in_one_of_the_units_of_the_indicator_the_first_unless_said()
    {
        var indicator = Of(IndicatorLevel.Territory, "million EUR; % of GDP");
        var series = new IndicatorSeries(indicator, Territory);

        series.Unit.ShouldBe("million EUR");
        series.MeasureIn(indicator, "% of GDP");
        series.Unit.ShouldBe("% of GDP");
        Refuses(() => series.MeasureIn(indicator, "kg")).ShouldContain("million EUR or in % of GDP");
    }

    [Fact]
    public void Baseline_and_target_have_a_value_and_a_day_each_in_that_order()
    {
        var indicator = Of(IndicatorLevel.Territory);
        var series = new IndicatorSeries(indicator, Territory);

        series.Aim(indicator, 20, new(2024, 12, 31), 60, new(2030, 12, 31), "Climate plan", Today);
        (series.Baseline, series.Target).ShouldBe((20, 60));
        Refuses(() => series.Aim(indicator, 20, null, null, null, null, Today));
        Refuses(() => series.Aim(indicator, null, null, 60, null, null, Today));
        Refuses(() => series.Aim(indicator, 20, new(2026, 11, 23), null, null, null, Today));
        Refuses(() => series.Aim(indicator, 20, new(2024, 12, 31), 60, new(2024, 12, 31), null, Today));
        Refuses(() => series.Aim(indicator, 0.1234567m, new(2024, 12, 31), null, null, null, Today));
        (series.Baseline, series.Target).ShouldBe((20, 60), "what is refused changes nothing");
    }

    [Fact]
    public void A_benchmark_and_what_has_no_better_side_have_no_target()
    {
        var (context, sideless) = (Of(IndicatorLevel.Context), Of(IndicatorLevel.Territory));
        sideless.Prefer(Direction.None);

        Refuses(() => new IndicatorSeries(context, Territory).Aim(context, null, null, 60, new(2030, 1, 1), null, Today)).ShouldContain("context");
        Refuses(() => new IndicatorSeries(sideless, Territory).Aim(sideless, null, null, 60, new(2030, 1, 1), null, Today));
    }

    [Fact]
    public void A_correction_takes_the_place_of_a_value_and_both_stay()
    {
        var series = new IndicatorSeries(Of(IndicatorLevel.Territory), Territory);
        var (wrong, right) = (Value(series, 45, Today), Value(series, 54, Today));

        wrong.Supersede(right, "Figures were swapped", null, Now);

        (wrong.Value, wrong.IsCurrent, right.IsCurrent, right.SupersedesId).ShouldBe((45, false, true, wrong.Id));
        Refuses(() => wrong.Supersede(Value(series, 1, Today), "Once more", null, Now));
        Refuses(() => wrong.Withdraw("Once more", null, Now));
        Refuses(() => right.Supersede(right, "By itself", null, Now));
        Refuses(() => right.Supersede(wrong, "By one that holds no more", null, Now));
        Refuses(() => right.Supersede(Value(new IndicatorSeries(Of(IndicatorLevel.Territory), Territory), 1, Today), "By another series", null, Now));
        Refuses(() => right.Withdraw(" ", null, Now)).ShouldContain("Say why");
    }

    [Fact]
    public void A_value_has_a_day_that_has_come_and_a_source()
    {
        var series = new IndicatorSeries(Of(IndicatorLevel.Territory), Territory);

        Refuses(() => Value(series, 1, Today.AddDays(1))).ShouldContain("2026-11-23");
        Refuses(() => new Observation(series, 1, Today, " ", ObservationQuality.Measured, null, null, Today, Now)).ShouldContain("source");
        Refuses(() => Value(series, 1_000_000_000_000m, Today));
    }

    [Theory]
    [InlineData(450, 45, true)]
    [InlineData(449, 45, false)]
    [InlineData(4.5, 45, true)]
    [InlineData(4.6, 45, false)]
    [InlineData(-450, 45, true)]
    [InlineData(0, 45, true)]
    [InlineData(100, 0, false)]
    public void Ten_times_as_much_or_a_tenth_is_far_off(decimal value, decimal last, bool expected) => Observation.IsFarOff(value, last).ShouldBe(expected);

    [Fact]
    public void Against_the_target_stands_what_the_indicator_aggregates_to()
    {
        DatedValue[] values = [new(new(2024, 6, 30), 10), new(new(2025, 12, 31), 20), new(new(2026, 6, 30), 40), new(new(2026, 9, 30), 30)];
        decimal? Actual(Aggregation how, bool isPerYear = false, DatedValue? baseline = null) => TargetProgress.Actual(how, isPerYear, baseline, values)?.Value;

        Actual(Aggregation.Last).ShouldBe(30);
        Actual(Aggregation.None).ShouldBe(30);
        Actual(Aggregation.Sum).ShouldBe(100);
        Actual(Aggregation.Sum, baseline: new(new(2024, 6, 30), 5)).ShouldBe(95, "5 and what came together since");
        Actual(Aggregation.Sum, baseline: new(new(2026, 9, 30), 5)).ShouldBeNull("nothing was added to the baseline");
        Actual(Aggregation.Sum, isPerYear: true).ShouldBe(90, "twelve months up to 30 Sep 2026");
        Actual(Aggregation.Average).ShouldBe(30);
        TargetProgress.Actual(Aggregation.Sum, false, null, []).ShouldBeNull();
    }

    [Theory]
    [InlineData("2025-01-01", "2025-03-31", null)]
    [InlineData("2025-01-01", "2025-12-30", null)]
    [InlineData("2025-01-01", "2025-12-31", 220)]
    [InlineData("2024-12-31", "2025-12-31", 220)]
    public void A_sum_per_year_is_none_before_twelve_months_since_the_baseline_are_over(string baselineOn, string last, int? expected)
    {
        DatedValue[] values = [new(new(2025, 2, 1), 110), new(Day(last), 110)];
        var actual = TargetProgress.Actual(Aggregation.Sum, true, new(Day(baselineOn), 400), values);

        (actual?.Value).ShouldBe(expected);
        var stands = new FollowedIndicator(Guid.NewGuid(), "Waste avoided", Direction.Up, 400, Day(baselineOn), 500, new(2029, 1, 1), actual);
        stands.Read(Day(last))!.Status.ShouldBe(expected is null ? Rag.NoData : Rag.AtRisk);
    }

    [Fact]
    public void A_sum_that_grows_from_its_baseline_exactly_on_the_straight_way_is_on_track()
    {
        var (begin, halfway, end) = (new DatedValue(new(2025, 1, 1), 20), new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1));
        var actual = TargetProgress.Actual(Aggregation.Sum, false, begin, [new(new(2025, 6, 30), 12), new(halfway, 8)]);

        actual!.Value.Value.ShouldBe(40);
        new FollowedIndicator(Guid.NewGuid(), "Jobs", Direction.Up, 20, begin.On, 60, end, actual).Read(halfway)!.Status.ShouldBe(Rag.OnTrack);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

    private static Observation Value(IndicatorSeries series, decimal value, DateOnly on) => new(series, value, on, "City statistics", ObservationQuality.Measured, null, null, Today, Now);

    private static Indicator Of(IndicatorLevel level, string unit = "%")
    {
        var indicator = new Indicator("U4SSC-2");
        indicator.Rank(level);
        indicator.MeasureIn(unit);
        indicator.Prefer(Direction.Up);
        return indicator;
    }
}
