namespace Ccri.Domain.Indicators;

/// <summary>How long the periods of a view are.</summary>
public enum PeriodLength
{
    Quarter,
    HalfYear,
    Year,
}

/// <summary>A span of days, first and last included. Quarters are views over dates, never columns. Source: product.md "The model".</summary>
public readonly record struct Period
{
    /// <exception cref="RuleViolationException">When the last day lies before the first.</exception>
    public Period(DateOnly from, DateOnly to) => (From, To) = from <= to ? (from, to)
        : throw new RuleViolationException($"The last day ({to:yyyy-MM-dd}) lies before the first day ({from:yyyy-MM-dd}).");

    public DateOnly From { get; }
    public DateOnly To { get; }

    public bool Contains(DateOnly day) => day >= From && day <= To;

    /// <summary>Whether it is a year at least: only then an indicator of context is shown for it.</summary>
    public bool IsAYearOrMore => From.AddYears(1).AddDays(-1) <= To;

    /// <summary>The period of that length which a day lies in.</summary>
    public static Period Of(PeriodLength length, DateOnly day)
    {
        var months = Months(length);
        var first = new DateOnly(day.Year, (day.Month - 1) / months * months + 1, 1);
        return new Period(first, first.AddMonths(months).AddDays(-1));
    }

    /// <summary>The last <paramref name="count"/> periods of that length, the one that the day lies in included, oldest first.</summary>
    public static IReadOnlyList<Period> Last(int count, PeriodLength length, DateOnly day) =>
        [.. Enumerable.Range(0, count).Select(i => Of(length, day.AddMonths(-Months(length) * (count - 1 - i))))];

    private static int Months(PeriodLength length) => length switch { PeriodLength.Quarter => 3, PeriodLength.HalfYear => 6, _ => 12 };
}
