using System.Globalization;

namespace Ccri.Web.Features.Shared;

/// <summary>Reads what stands in an address. Whatever an old link or a mistyped one holds that does not exist is left out, not refused.</summary>
public static class FromAddress
{
    /// <summary>By name only: an enumeration's numbers are nobody's business.</summary>
    public static T? Known<T>(string? name) where T : struct, Enum =>
        Array.Find(Enum.GetNames<T>(), known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found) : null;

    public static int Page(string? number) => int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    /// <summary>As a date field sends it: 2026-11-20.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>"-name" sorts by name downwards.</summary>
    public static (T? By, bool Descending) Sort<T>(string? sort) where T : struct, Enum => (Known<T>(sort?.TrimStart('-')), sort?.StartsWith('-') ?? false);
}
