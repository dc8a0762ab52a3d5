using System.Globalization;
using System.Text.RegularExpressions;
using Ccri.Domain;
using Ccri.Domain.Indicators;

namespace Ccri.Web.Features.Indicators;

/// <summary>A value as people type it, in any European spelling, with its unit or without. A comma that could be read in two ways is refused; a dot alone is the decimal point, as everywhere here.</summary>
/// <param name="Value">Empty when nothing was typed, or what was typed is refused.</param>
/// <param name="Fault">What is wrong with it, and what would be right.</param>
public readonly partial record struct TypedValue(decimal? Value, string? Fault)
{
    /// <summary>What people call a unit that is spelled out here.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["€"] = "EUR", ["euro"] = "EUR", ["t"] = "tonnes", ["percent"] = "%", ["per cent"] = "%", ["m³"] = "m3",
    };

    public static TypedValue Read(string? typed, string unit)
    {
        var text = Tidy(typed);
        if (text.Length == 0)
            return default;
        var shown = text.Shorten(60);
        var parts = Parts().Match(text);
        var (before, after) = (parts.Groups["before"].Value.Trim(), parts.Groups["after"].Value.Trim());
        if (!parts.Success || before.Length > 0 && after.Length > 0)
            return new(null, $"“{shown}” is no number. Write it as 12.5.");
        if (before + after is { Length: > 0 } other && !IsIn(other, unit))
            return new(null, OfAnotherUnit(other.Shorten(60), unit));
        var (digits, isAmbiguous) = Digits(parts.Groups["number"].Value);
        if (digits is null)
            return new(null, $"“{shown}” is no number. Write it as 12.5.");
        var minus = parts.Groups["sign"].Value == "-" ? "-" : "";
        if (isAmbiguous)
            return new(null, $"“{shown}” can be read in two ways. Write {minus}{digits.Replace(".", "", StringComparison.Ordinal)} or {minus}{digits}.");
        if (digits.Contains('.', StringComparison.Ordinal) && digits.TrimEnd('0').Split('.')[1].Length > IndicatorSeries.MostDecimals)
            return new(null, $"“{shown}” has more than {IndicatorSeries.MostDecimals} decimals. Please round it.");
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value >= IndicatorSeries.Largest)
            return new(null, $"“{shown}” is too large to be right. Please check it and its unit.");
        return new(minus.Length > 0 ? -value : value, null);
    }

    /// <summary>A value as a form shows it: <see cref="Read"/> reads it again.</summary>
    public static string? Spell(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    private static string OfAnotherUnit(string typed, string unit) => Words.IsPlain(unit)
        ? $"It is a plain number ({unit}), without “{typed}”. Write it as 12.5."
        : $"Its unit is {unit}, not {typed}. Give the value in {unit}, for example as 12.5.";

    /// <summary>"kg" for "kg per capita", "tonnes" or "t" for "tonnes per year", "day" for "days".</summary>
    private static bool IsIn(string typed, string unit)
    {
        var name = OtherNames.GetValueOrDefault(typed, typed);
        return unit.Equals(name, StringComparison.OrdinalIgnoreCase) || unit.StartsWith($"{name} ", StringComparison.OrdinalIgnoreCase)
            || unit.Split(' ')[0].Equals($"{name}s", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Digits with a decimal point, if any. "1,234" is a thousand and more to some, and one and a bit to others; a single point is the decimal one,
    /// because that is how this site writes numbers.
    /// </summary>
    private static (string? Digits, bool IsAmbiguous) Digits(string number)
    {
        var match = Number().Match(number);
        var (head, mark, groups, point, rest) = (match.Groups["head"].Value, match.Groups["mark"].Value, match.Groups["group"].Captures, match.Groups["point"].Value, match.Groups["rest"].Value);
        if (!match.Success || mark.Length > 0 && mark == point)
            return (null, false);
        if (mark is "." or "," && groups.Count == 1 && point.Length == 0)
            return ($"{head}.{groups[0].Value}", mark == "," && !head.StartsWith('0'));
        var whole = $"0{head}{string.Concat(groups.Select(g => g.Value))}";
        return (rest.Length > 0 ? $"{whole}.{rest}" : whole, false);
    }

    /// <summary>One sort of space, apostrophe and minus, whatever keyboard or spreadsheet they came from.</summary>
    private static string Tidy(string? typed) => Spaces().Replace(typed ?? "", " ").Replace('\u2019', '\'').Replace('\u2212', '-').Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("^(?<before>[^0-9.,+-]*)(?<sign>[+-]?) ?(?<number>[0-9.,]*[0-9](?:[ '.,]?[0-9])*)(?<after>(?:[^0-9'+-].*)?)$")]
    private static partial Regex Parts();

    /// <summary>Groups of three digits with one mark between them, or digits without; then the decimals.</summary>
    [GeneratedRegex(@"^(?:(?<head>[0-9]{1,3})(?<mark>[ '.,])(?<group>[0-9]{3})(?:\k<mark>(?<group>[0-9]{3}))*|(?<head>[0-9]*))(?:(?<point>[.,])(?<rest>[0-9]+))?$")]
    private static partial Regex Number();
}
