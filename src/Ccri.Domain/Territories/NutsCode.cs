using System.Text.RegularExpressions;

namespace Ccri.Domain.Territories;

/// <summary>
/// A code of the Nomenclature of territorial units for statistics: the country's two letters and one to three signs for the
/// levels. Source: Regulation (EC) No 1059/2003, whose annex is replaced with each version (domain.md 1.4).
/// </summary>
public static partial class NutsCode
{
    /// <summary>The years that versions are named after.</summary>
    public static readonly IReadOnlyList<int> Versions = [2003, 2006, 2010, 2013, 2016, 2021, 2024];

    /// <summary>Codes that an amendment of the annex introduced or took away; everything else is taken on trust.</summary>
    private static readonly (string Pattern, int From, int To, string Hint)[] Recoded =
    [
        ("GR", 2003, 2006, "Greece has been EL since version 2010 (Regulation (EU) No 31/2011)."),
        ("EL", 2010, 9999, "Greece was GR before version 2010 (Regulation (EU) No 31/2011)."),
        ("FR[2-8]", 2003, 2013, "France was recoded in version 2016 (Regulation (EU) 2016/2066): FR3 became FRE, for example."),
        ("FR[B-MY]", 2016, 9999, "These codes of France begin with version 2016 (Regulation (EU) 2016/2066)."),
        ("IE0[12]", 2003, 2013, "Ireland was recoded in version 2016 (Regulation (EU) 2016/2066): IE04 to IE06."),
        ("IE0[4-6]", 2016, 9999, "These codes of Ireland begin with version 2016 (Regulation (EU) 2016/2066)."),
        ("UK", 2003, 2021, "The United Kingdom is no part of version 2024 (Delegated Regulation (EU) 2023/674)."),
    ];

    /// <summary>What is wrong with a code, in a sentence that says what would be right; nothing when it fits.</summary>
    /// <param name="code">Empty is right: not every territory has one.</param>
    /// <param name="countryCode">Eurostat's code; empty when it is not known.</param>
    /// <param name="version">The year of the version; empty when it is not known.</param>
    public static string? Fault(string? code, string? countryCode, int? version)
    {
        if (version is { } year && !Versions.Contains(year))
            return $"There is no NUTS version {year}. The versions are {string.Join(", ", Versions)}.";
        if (string.IsNullOrWhiteSpace(code))
            return null;
        var given = code.Trim().ToUpperInvariant();
        if (!Shape().IsMatch(given))
            return $"“{given}” is not a NUTS code. It should be the country's two letters and one to three letters or digits, for example FI1B.";
        if (countryCode is not null && !given.StartsWith(countryCode, StringComparison.Ordinal) && !(countryCode == "EL" && given.StartsWith("GR", StringComparison.Ordinal)))
            return $"“{given}” is a code of {given[..2]}, but the territory lies in {countryCode}. Its code should begin with {countryCode}.";
        if (version is { } used)
        {
            foreach (var (pattern, from, to, hint) in Recoded)
            {
                if (Regex.IsMatch(given, $"^{pattern}") && (used < from || used > to))
                    return $"“{given}” does not exist in NUTS version {used}. {hint}";
            }
        }
        return null;
    }

    [GeneratedRegex("^[A-Z]{2}[0-9A-Z]{1,3}$")]
    private static partial Regex Shape();
}
