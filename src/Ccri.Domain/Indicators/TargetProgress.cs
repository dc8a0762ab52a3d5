namespace Ccri.Domain.Indicators;

/// <summary>How far a series is on its way to the target.</summary>
public static class TargetProgress
{
    /// <summary>
    /// The figure that is held against the target. Of sums, the baseline and what came together since, or over the twelve months up to the
    /// newest value when the unit is "per year"; of averages, the mean of those twelve months; else the newest value. Empty as well while
    /// sums per year have no twelve months since the baseline, and while nothing was added to the baseline of other sums.
    /// </summary>
    /// <param name="values">Those that hold.</param>
    public static DatedValue? Actual(Aggregation how, bool isPerYear, DatedValue? baseline, IReadOnlyCollection<DatedValue> values)
    {
        if (values.Count == 0)
            return null;
        var last = values.Max(v => v.On);
        var year = new Period(last.AddYears(-1).AddDays(1), last);
        return how switch
        {
            Aggregation.Sum when !isPerYear => SumSince(baseline, values, last),
            Aggregation.Sum when baseline is { } start && year.From < start.On => null,
            Aggregation.Sum or Aggregation.Average => Over(how, year),
            _ => Over(Aggregation.Last, new Period(last, last)),
        };

        DatedValue? Over(Aggregation by, Period period) => Aggregate.Of(by, values, period).Value is { } value ? new DatedValue(last, value) : null;
    }

    private static DatedValue? SumSince(DatedValue? baseline, IReadOnlyCollection<DatedValue> values, DateOnly last)
    {
        var since = values.Where(v => baseline is not { } start || v.On > start.On).ToList();
        return since.Count == 0 ? null : new DatedValue(last, (baseline?.Value ?? 0) + since.Sum(v => v.Value));
    }

    public static bool IsReached(Direction direction, decimal value, decimal target) => direction == Direction.Down ? value <= target : value >= target;

    /// <summary>Where the straight way from the baseline to the target is on a day; empty without a baseline. Before and after it, its ends.</summary>
    public static decimal? Expected(decimal? baseline, DateOnly? baselineOn, decimal target, DateOnly targetOn, DateOnly day)
    {
        if (baseline is not { } start || baselineOn is not { } from || from >= targetOn)
            return null;
        var part = Math.Clamp((decimal)(day.DayNumber - from.DayNumber) / (targetOn.DayNumber - from.DayNumber), 0, 1);
        return start + (target - start) * part;
    }
}
