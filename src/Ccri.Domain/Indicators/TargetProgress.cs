namespace Ccri.Domain.Indicators;

/// <summary>How far a series is on its way to the target.</summary>
public static class TargetProgress
{
    /// <summary>
    /// The figure that is held against the target. Of sums, what came together since the baseline, or over the twelve months up to the
    /// newest value when the unit is "per year"; of averages, the mean of those twelve months; else the newest value.
    /// </summary>
    /// <param name="values">Those that hold.</param>
    public static DatedValue? Actual(Aggregation how, bool isPerYear, DateOnly? baselineOn, IReadOnlyCollection<DatedValue> values)
    {
        if (values.Count == 0)
            return null;
        var last = values.Max(v => v.On);
        var year = new Period(last.AddYears(-1).AddDays(1), last);
        var within = how switch
        {
            Aggregation.Sum when !isPerYear => new Period(baselineOn is { } day && day < last ? day.AddDays(1) : DateOnly.MinValue, last),
            Aggregation.Sum or Aggregation.Average => year,
            _ => new Period(last, last),
        };
        return Aggregate.Of(how == Aggregation.None ? Aggregation.Last : how, values, within).Value is { } value ? new DatedValue(last, value) : null;
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
