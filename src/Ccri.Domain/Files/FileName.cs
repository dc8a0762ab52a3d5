using System.Globalization;
using System.Text;

namespace Ccri.Domain.Files;

/// <summary>The name of a file as it was called where it came from, without what could mislead.</summary>
public static class FileName
{
    /// <summary>Without folders, line breaks and marks that turn the reading order round; not longer than it may be, with its ending.</summary>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Normalize(NormalizationForm.FormC);
        var kept = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate) && rune != Rune.ReplacementChar)
                kept.Append(rune);
        }
        var clean = kept.ToString().Trim(' ', '.');
        if (clean.Length <= FileContent.LongestName)
            return clean;
        var dot = clean.LastIndexOf('.');
        var ending = dot > 0 && clean.Length - dot <= 10 ? clean[dot..] : "";
        var cut = FileContent.LongestName - ending.Length;
        return clean[..(char.IsHighSurrogate(clean[cut - 1]) ? cut - 1 : cut)] + ending;
    }
}
