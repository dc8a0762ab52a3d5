namespace Ccri.Web.Charts;

/// <summary>A value on a day: measured, a baseline, or a target.</summary>
/// <param name="Words">"1,200 tonnes per year".</param>
/// <param name="DayWords">"3 Mar 2026".</param>
public sealed record ValueMark(DateOnly Day, decimal Value, string Words, string DayWords);
