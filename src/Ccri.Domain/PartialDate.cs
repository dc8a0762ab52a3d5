namespace Ccri.Domain;

/// <summary>How exactly a source states a date: "Q1 2024" is a quarter, not the first of January.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Quarter,
    Year,
}

/// <summary>A date no more exact than its source.</summary>
/// <param name="Day">Its first day when only a month, quarter or year is known.</param>
public readonly record struct PartialDate(DateOnly Day, DatePrecision Precision = DatePrecision.Day)
{
    /// <summary>The first day of the month, quarter or year that is known.</summary>
    public DateOnly First => Precision switch
    {
        DatePrecision.Month => new DateOnly(Day.Year, Day.Month, 1),
        DatePrecision.Quarter => new DateOnly(Day.Year, (Day.Month - 1) / 3 * 3 + 1, 1),
        DatePrecision.Year => new DateOnly(Day.Year, 1, 1),
        _ => Day,
    };

    /// <summary>The last day it may have been.</summary>
    public DateOnly Last => Precision switch
    {
        DatePrecision.Month => First.AddMonths(1).AddDays(-1),
        DatePrecision.Quarter => First.AddMonths(3).AddDays(-1),
        DatePrecision.Year => First.AddYears(1).AddDays(-1),
        _ => Day,
    };
}
