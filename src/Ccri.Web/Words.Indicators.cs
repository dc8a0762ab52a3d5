using System.Globalization;
using Ccri.Domain.Indicators;

namespace Ccri.Web;

/// <summary>Of values as somebody measured them.</summary>
public static partial class Words
{
    /// <summary>"1,234.567891": to the last decimal, where <see cref="Quantity"/> rounds.</summary>
    public static string Exact(decimal value) => value.ToString("#,##0.######", CultureInfo.InvariantCulture);

    /// <summary>What is counted, or divided by its like, has no unit that one would say.</summary>
    public static bool IsPlain(string unit) => unit is "number" or "ratio" or "index" or "score";

    /// <summary>"45.25 %", "12".</summary>
    public static string ExactValue(decimal value, string unit) => IsPlain(unit) ? Exact(value) : $"{Exact(value)}\u00a0{unit}";

    /// <summary>"Q3 2026", and of the one that is under way "Q4 2026, so far".</summary>
    public static string Of(Period period, DateOnly today) => period.Contains(today) && period.To > today ? $"{Of(period)}, so far" : Of(period);
}
