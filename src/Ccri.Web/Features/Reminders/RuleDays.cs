using System.Globalization;
using Ccri.Domain.Reminders;

namespace Ccri.Web.Features.Reminders;

/// <summary>The days of a rule as people write and read them: "−30, −14, −3, 0, 3, 7".</summary>
public static class RuleDays
{
    private const char Minus = '\u2212';

    /// <summary>What is written, with either minus sign; the first piece that is no number in <paramref name="wrong"/>.</summary>
    public static IReadOnlyList<int> Read(string? text, out string? wrong)
    {
        var days = new List<int>();
        wrong = null;
        foreach (var piece in (text ?? "").Split([',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (int.TryParse(piece.Replace(Minus, '-').Replace('\u2013', '-'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var day))
                days.Add(day);
            else
                wrong ??= piece;
        }
        return days;
    }

    public static string Write(IEnumerable<int> days) => string.Join(", ", days.Select(d => d < 0 ? string.Create(CultureInfo.InvariantCulture, $"{Minus}{-(long)d}") : d.ToString(CultureInfo.InvariantCulture)));

    /// <summary>"30, 14 and 3 working days before, on the day, 7 working days after".</summary>
    public static string InWords(ReminderRule rule) => InWords(rule.Offsets, rule.Count);

    /// <inheritdoc cref="InWords(ReminderRule)"/>
    public static string InWords(IReadOnlyCollection<int> offsets, DayCount count)
    {
        var parts = new List<string>();
        if (Listed(offsets.Where(d => d < 0).Select(d => -d)) is { } before)
            parts.Add($"{before} {Noun(offsets.Where(d => d < 0), count)} before");
        if (offsets.Contains(0))
            parts.Add("on the day");
        if (Listed(offsets.Where(d => d > 0)) is { } after)
            parts.Add($"{after} {Noun(offsets.Where(d => d > 0), count)} after");
        return string.Join(", ", parts);
    }

    private static string Noun(IEnumerable<int> days, DayCount count) => $"{(count == DayCount.Working ? "working " : "")}{(days.All(d => Math.Abs(d) == 1) ? "day" : "days")}";

    private static string? Listed(IEnumerable<int> days) => days.ToList() switch
    {
        [] => null,
        [var one] => Words.Of(one),
        [.. var first, var last] => $"{string.Join(", ", first.Select(Words.Of))} and {Words.Of(last)}",
    };
}
