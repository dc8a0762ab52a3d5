using Ccri.Domain.Indicators;
using Ccri.Domain.Solutions;

namespace Ccri.Web.Demonstration;

/// <summary>What becomes of an invented series.</summary>
internal enum Course
{
    AsPlanned,
    Behind,
    Reached,

    /// <summary>A target, and nobody has measured yet.</summary>
    Silent,
}

/// <summary>Invented series with their baselines, targets and values.</summary>
internal static class InventedValues
{
    private static readonly string[] Sources = ["yearly report of the waste company", "count of the project office", "survey among partners", "report of the operator"];

    /// <param name="isCorrected">Its last value but one was first entered ten times too high.</param>
    public static void Make(Invention invention, Indicator indicator, Place place, Solution? solution, Course course, bool isCorrected = false)
    {
        var chance = new Chance($"{solution?.Code ?? place.Slug} {indicator.Code} values");
        var (today, months) = (invention.Today, chance.In(60) ? 3 : 6);
        var (count, last) = (chance.From(4, months == 3 ? 8 : 5), today.AddDays(-chance.From(6, 80)));
        var (begin, end) = (last.AddMonths(-months * count).AddDays(-chance.From(0, 20)), new DateOnly(today.Year + chance.From(1, 3), 12, 31));
        var (baseline, target) = Aim(indicator, chance);
        var series = Follow(invention, indicator, place, solution, baseline, begin, target, end);
        if (course == Course.Silent)
            return;
        var (together, source) = (baseline, chance.Of(Sources));
        for (var i = 1; i <= count; i++)
        {
            var on = last.AddMonths(-months * (count - i));
            var reached = baseline + (target - baseline) * Part(course, indicator, series, on, (decimal)i / count) * (course == Course.AsPlanned ? 1.02m + 0.02m * chance.Below(5) : 1);
            var value = indicator.Aggregation != Aggregation.Sum ? decimal.Round(reached, reached < 10 ? 2 : 1)
                : Indicator.IsPerYear(series.Unit) ? decimal.Round(reached * months / 12)
                : Math.Max(decimal.Ceiling(reached - together), 0);
            together += value;
            if (isCorrected && i == count - 1)
                Correct(invention, series, value, on, source);
            else
                Add(invention, series, value, on, source, chance.In(25) ? ObservationQuality.Estimated : i == count && chance.In(30) ? ObservationQuality.Provisional : ObservationQuality.Measured);
        }
    }

    /// <summary>How much of the way to the target is behind it on a day. A sum of twelve months stands for their middle: what is of a year and grows is, on its day, where that sum is half a year later.</summary>
    private static decimal Part(Course course, Indicator indicator, IndicatorSeries series, DateOnly on, decimal ofValues)
    {
        var isOfYear = indicator.Aggregation == Aggregation.Sum && Indicator.IsPerYear(series.Unit);
        if (course == Course.Reached)
            return indicator.Aggregation == Aggregation.Sum && !isOfYear ? 1.1m * ofValues : 0.9m + 0.2m * ofValues;
        var way = TargetProgress.Expected(0, series.BaselineOn, 1, series.TargetOn!.Value, isOfYear ? on.AddMonths(6) : on)!.Value;
        return course == Course.Behind ? way * 0.45m : way;
    }

    /// <summary>Where the country stands: once a year, long after the year is over, and without a target.</summary>
    public static void Benchmark(Invention invention, Indicator indicator, Place place)
    {
        var (chance, series) = (new Chance($"{place.Slug} {indicator.Code} values"), Follow(invention, indicator, place, null, null, null, null, null));
        var value = chance.From(8, 45) + 0.1m * chance.Below(10);
        for (var year = invention.Today.Year - 4; year <= invention.Today.Year - 2; year++)
            Add(invention, series, value += 0.1m * chance.From(-4, 12), new DateOnly(year, 12, 31), "national statistics");
    }

    public static IndicatorSeries Follow(Invention invention, Indicator indicator, Place? place, Solution? solution, decimal? baseline, DateOnly? begin, decimal? target, DateOnly? end)
    {
        var series = invention.Mark(invention.Add(new IndicatorSeries(indicator, place?.Id, solution)), place?.Id);
        series.Aim(indicator, baseline, begin, target, end, Invention.Source, invention.Today);
        return series;
    }

    public static Observation Add(Invention invention, IndicatorSeries series, decimal value, DateOnly on, string source, ObservationQuality quality = ObservationQuality.Measured)
    {
        var told = on.AddDays(5) < invention.Today ? on.AddDays(5) : invention.Today.AddDays(-1);
        return invention.Add(new Observation(series, value, on, Invention.Say(source), quality, null, null, invention.Today, Invention.Afternoon(told)));
    }

    private static void Correct(Invention invention, IndicatorSeries series, decimal value, DateOnly on, string source)
    {
        var wrong = Add(invention, series, value * 10, on, source);
        wrong.Supersede(Add(invention, series, value, on, source), Invention.Say("the decimal point was in the wrong place."), null, Invention.Afternoon(on.AddDays(5) < invention.Today ? on.AddDays(5) : invention.Today.AddDays(-1)));
    }

    private static (decimal Baseline, decimal Target) Aim(Indicator indicator, Chance chance) => indicator.Units[0] switch
    {
        ['%', ..] => (chance.From(12, 40), chance.From(45, 65)),
        "ratio" => (1.4m, 0.9m),
        "EUR per kg" => (2.1m, 2.8m),
        "EUR" => (0, 100_000 * chance.From(8, 45)),
        "number" or "FTE" => (0, chance.From(12, 60)),
        _ => (50m * chance.From(3, 20), 50m * chance.From(30, 70)),
    };
}
