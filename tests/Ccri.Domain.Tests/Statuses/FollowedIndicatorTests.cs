using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;

namespace Ccri.Domain.Tests.Statuses;

public sealed class FollowedIndicatorTests
{
    private static readonly DateOnly From = new(2024, 1, 1), By = new(2028, 1, 1), Half = new(2025, 12, 31);

    [Theory]
    [InlineData(Direction.Up, 20, 60, 40, Rag.OnTrack)]
    [InlineData(Direction.Up, 20, 60, 39, Rag.AtRisk)]
    [InlineData(Direction.Up, 20, 60, 60, Rag.Complete)]
    [InlineData(Direction.Up, 20, 60, 10, Rag.AtRisk)]
    [InlineData(Direction.Down, 60, 20, 40, Rag.OnTrack)]
    [InlineData(Direction.Down, 60, 20, 41, Rag.AtRisk)]
    [InlineData(Direction.Down, 60, 20, 20, Rag.Complete)]
    public void Half_way_in_time_the_value_should_be_half_way_to_the_target(Direction direction, int baseline, int target, int value, Rag expected) =>
        Of(direction, baseline, target, new DatedValue(Half, value)).Read(Half)!.Status.ShouldBe(expected);

    [Fact]
    public void Without_a_baseline_a_value_before_the_day_is_on_track() => (Of(Direction.Up, null, 60, new DatedValue(Half, 1)) with { BaselineOn = null }).Read(Half)!.Cause.ShouldBe(Cause.OnPath);

    [Theory]
    [InlineData(0, Rag.NoData)]
    [InlineData(1, Rag.AtRisk)]
    [InlineData(30, Rag.AtRisk)]
    [InlineData(31, Rag.OffTrack)]
    public void Without_a_value_it_has_no_data_until_its_day_and_is_late_after_it(int daysAfter, Rag expected) => Of(Direction.Up, 20, 60, null).Read(By.AddDays(daysAfter))!.Status.ShouldBe(expected);

    [Fact]
    public void Without_a_target_it_has_no_status() => (Of(Direction.Up, 20, null, new DatedValue(Half, 1)) with { TargetOn = null }).IsOut.ShouldBeTrue();

    private static FollowedIndicator Of(Direction direction, decimal? baseline, decimal? target, DatedValue? actual) => new(Guid.CreateVersion7(), "Recycled", direction, baseline, From, target, By, actual);
}
