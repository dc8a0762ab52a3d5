using System.Globalization;
using System.Text;
using Ccri.Domain;
using Ccri.Domain.Plans;

namespace Ccri.Web.Features.Programme.Loading;

/// <summary>What a column may hold. <paramref name="Fault"/> says what is wrong with a value and what would be right, or nothing.</summary>
/// <param name="Refers">The file whose keys the values are, for a reference.</param>
/// <param name="Spelling">The one spelling of a value that can be spelled in several ways (51.00 and 51).</param>
public sealed record Column(string Name, Func<string, string?> Fault, bool IsRequired = false, string? Refers = null, Func<string, string>? Spelling = null)
{
    public string Spelled(string value) => value.Length == 0 || Spelling is null ? value : Spelling(value);

    public Column Required => this with { IsRequired = true };

    public static Column Text(string name, int longest = 2000) =>
        new(name, value => value.Length > longest ? $"The text has {value.Length} characters. Please use at most {longest}." : null);

    public static Column Whole(string name, int least, int most) => new(name, value =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? null : $"This should be a whole number from {least} to {most}, digits only.",
        Spelling: value => int.Parse(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));

    /// <summary>Of money, in whole units of its currency.</summary>
    public static Column Amount(string name) => new(name, value =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Money.Largest / 100
            ? null : "This should be an amount in whole units of the currency, digits only.",
        Spelling: value => long.Parse(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));

    public static Column Degrees(string name) => new(name, value =>
        double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? null : "This should be degrees with a decimal point, for example 60.17.",
        Spelling: value => double.Parse(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));

    public static Column Several(string name) => Text(name) with
    {
        Spelling = value => string.Join("; ", value.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    };

    public static Column Day(string name) => new(name, value =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? null : "This should be a day such as 2024-09-12.");

    /// <summary>No more exact than its source: a day, a month, a quarter or a year.</summary>
    public static Column PartialDay(string name) => new(name, value =>
        PartialDayOf(value) is null ? "This should be a day, month, quarter or year, such as 2024-09-12, 2024-09, 2024-Q3 or 2024." : null);

    public static PartialDate? PartialDayOf(string value)
    {
        (string Format, DatePrecision Precision)[] spellings = [("yyyy-MM-dd", DatePrecision.Day), ("yyyy-MM", DatePrecision.Month), ("yyyy", DatePrecision.Year)];
        foreach (var (format, precision) in spellings)
        {
            if (DateOnly.TryParseExact(value, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return new PartialDate(day, precision);
        }
        return value is [_, _, _, _, '-', 'Q', >= '1' and <= '4' and var quarter] && int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year > 0
            ? new PartialDate(new DateOnly(year, (quarter - '0') * 3, 1), DatePrecision.Quarter) : null;
    }

    public static Column YesNo(string name) => new(name, value => value is "yes" or "no" ? null : "This should be yes or no.");

    public static Column OneOf<T>(string name) where T : struct, Enum => new(name, value =>
        Enum.GetValues<T>().Any(member => Code(member) == value) ? null : $"This should be one of {string.Join(", ", Enum.GetValues<T>().Select(Code))}.");

    public static Column Key(string name) => new Column(name, value =>
        value.Length <= 80 && value.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.') ? null : "A key holds letters, digits and hyphens only.").Required;

    public static Column ReferenceTo(string file, string name) => new(name, _ => null, Refers: file);

    /// <summary>The member of an enumeration as files spell it: <c>LeadOrganisation</c> is <c>lead-organisation</c>.</summary>
    public static string Code<T>(T member) where T : struct, Enum
    {
        var code = new StringBuilder();
        foreach (var letter in member.ToString())
        {
            if ((char.IsAsciiLetterUpper(letter) || (char.IsAsciiDigit(letter) && !char.IsAsciiDigit(code[^1]))) && code.Length > 0)
                code.Append('-');
            code.Append(char.ToLowerInvariant(letter));
        }
        return code.ToString();
    }

    public static string Code<T>(T? member) where T : struct, Enum => member is { } known ? Code(known) : "";

    public static T Member<T>(string code) where T : struct, Enum => Enum.GetValues<T>().First(member => Code(member) == code);
}
