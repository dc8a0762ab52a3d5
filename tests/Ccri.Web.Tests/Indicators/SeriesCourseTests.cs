using Ccri.Domain.Indicators;
using Ccri.Web.Features.Indicators;

namespace Ccri.Web.Tests.Indicators;

public sealed class SeriesCourseTests
{
    private static readonly (DateOnly On, decimal Value)[] Values = [(new(2025, 6, 30), 4), (new(2025, 12, 31), 5), (new(2026, 6, 30), 6)];

    [Fact]
    public void The_course_of_a_sum_is_what_was_held_against_the_target_with_each_value() => Course(Of(Aggregation.Sum, "FTE") with { Target = 60, TargetOn = new(2028, 12, 31), Baseline = 20, BaselineOn = new(2024, 12, 31) }).ShouldBe([24, 29, 35]);

    [Fact]
    public void A_sum_per_year_has_none_before_a_year_is_full() => Course(Of(Aggregation.Sum, "tonnes per year") with { Target = 60, TargetOn = new(2028, 12, 31), Baseline = 8, BaselineOn = new(2024, 12, 31) }).ShouldBe([9, 11]);

    [Fact]
    public void Without_a_target_and_of_newest_values_it_is_the_values_themselves()
    {
        Course(Of(Aggregation.Sum, "FTE")).ShouldBe([4, 5, 6]);
        Course(Of(Aggregation.Last, "%") with { Target = 60, TargetOn = new(2028, 12, 31) }).ShouldBe([4, 5, 6]);
        Of(Aggregation.Last, "%").Course(2).Select(v => v.Value).ShouldBe([5, 6], "the newest ones");
    }

    private static IEnumerable<decimal> Course(SeriesRow row) => row.Course(100).Select(v => v.Value);

    private static SeriesRow Of(Aggregation how, string unit) =>
        new(Guid.Empty, Guid.Empty, "CSS-06", "Jobs", "CSS", null, IndicatorLevel.Solution, Direction.Up, how, unit, null, null, null, null)
        {
            Values = [.. Values.Select(v => new SeriesValue(Guid.Empty, Guid.Empty, v.On, v.Value, "A test", ObservationQuality.Measured, null))],
        };
}
