using System.Globalization;

namespace Ccri.Web;

/// <summary>Of values as somebody measured them.</summary>
public static partial class Words
{
    /// <summary>"45.25 %", "12": to the last decimal, where <see cref="Value"/> rounds. What is only counted has no unit.</summary>
    public static string ExactValue(decimal value, string unit)
    {
        var number = value.ToString("#,##0.######", CultureInfo.InvariantCulture);
        return unit == "number" ? number : $"{number}\u00a0{unit}";
    }
}
