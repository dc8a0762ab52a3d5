using System.Globalization;

namespace Ccri.Web.Rendering;

/// <summary>How dates, amounts and counts are worded in reports, whatever the host's language, time zone or version of ICU.
/// What must not part over two lines is held by no-break spaces.</summary>
public static class Wording
{
    private const char NoBreak = '\u00a0';
    private const char Minus = '\u2212';

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly TimeZoneInfo Brussels = TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels");

    /// <summary>"20 Nov 2026".</summary>
    public static string Date(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day}{NoBreak}{Months[date.Month - 1]}{NoBreak}{date.Year:0000}");

    /// <summary>The day of an instant in Brussels.</summary>
    public static string Date(DateTimeOffset instant) => Date(DateOnly.FromDateTime(InBrussels(instant).DateTime));

    /// <summary>"12 Oct 2026, 09:00 (Brussels)".</summary>
    public static string Instant(DateTimeOffset instant) =>
        string.Create(CultureInfo.InvariantCulture, $"{Date(instant)}, {InBrussels(instant):HH:mm} (Brussels)");

    /// <summary>"1,234" or "−3.1".</summary>
    public static string Number(decimal value, int decimals = 0)
    {
        var rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero); // also keeps "−0.0" out
        var digits = Math.Abs(rounded).ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded < 0 ? Minus + digits : digits;
    }

    /// <summary>"+1.5", "−0.5" or "0.0".</summary>
    public static string Change(decimal value, int decimals = 0) =>
        Math.Round(value, decimals, MidpointRounding.AwayFromZero) > 0 ? "+" + Number(value, decimals) : Number(value, decimals);

    /// <summary>Of whole euros: "EUR 4.2 million" from a million on, "EUR 850,000" below.</summary>
    public static string Euro(decimal euros) => Math.Abs(euros) >= 1_000_000
        ? $"EUR{NoBreak}{Number(euros / 1_000_000, 1)}{NoBreak}million"
        : $"EUR{NoBreak}{Number(euros)}";

    /// <summary>"35 %" of a share between 0 and 1.</summary>
    public static string Percent(decimal share, int decimals = 0) => $"{Number(share * 100, decimals)}{NoBreak}%";

    /// <summary>"1 action", "12 actions".</summary>
    public static string Count(int count, string one, string? many = null) =>
        $"{Number(count)}{NoBreak}{(count == 1 ? one : many ?? one + "s")}";

    /// <summary>"1 day late", "12 days late".</summary>
    public static string Late(int days) => $"{Count(days, "day")} late";

    /// <summary>"Third quarter of 2026".</summary>
    public static string Quarter(int year, int quarter) =>
        string.Create(CultureInfo.InvariantCulture, $"{Ordinal(quarter)} quarter of {year}");

    private static string Ordinal(int quarter) => quarter switch
    {
        1 => "First",
        2 => "Second",
        3 => "Third",
        4 => "Fourth",
        _ => throw new ArgumentOutOfRangeException(nameof(quarter)),
    };

    private static DateTimeOffset InBrussels(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Brussels);
}
