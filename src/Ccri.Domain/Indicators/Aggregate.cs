namespace Ccri.Domain.Indicators;

/// <summary>A value on a day, as far as sums and averages need it.</summary>
public readonly record struct DatedValue(DateOnly On, decimal Value);

/// <summary>What the values of a period come to.</summary>
/// <param name="Value">Empty when there is no value in it, or when values of several days do not add up to one.</param>
/// <param name="Count">How many values lie in the period.</param>
/// <param name="LastOn">The day of the newest of them.</param>
public readonly record struct Aggregate(decimal? Value, int Count, DateOnly? LastOn)
{
    /// <summary>Sum adds all values of the period, last takes the newest, average is the mean of them all; none never makes one value of several.</summary>
    /// <param name="values">Those that hold; a superseded value is none of them.</param>
    public static Aggregate Of(Aggregation how, IEnumerable<DatedValue> values, Period period)
    {
        var within = values.Where(v => period.Contains(v.On)).OrderBy(v => v.On).ToList();
        if (within.Count == 0)
            return new Aggregate(null, 0, null);
        decimal? value = how switch
        {
            Aggregation.Sum => within.Sum(v => v.Value),
            Aggregation.Average => within.Average(v => v.Value),
            Aggregation.Last => within[^1].Value,
            _ => within.Count == 1 ? within[0].Value : null,
        };
        return new Aggregate(value, within.Count, within[^1].On);
    }
}
