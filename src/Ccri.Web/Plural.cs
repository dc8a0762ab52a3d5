using System.Globalization;

namespace Ccri.Web;

/// <summary>A count with its noun: "1 fault", "3 faults", "2,000 territories".</summary>
public static class Plural
{
    public static string Of(int count, string one, string? many = null) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";
}
