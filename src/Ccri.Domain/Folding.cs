using System.Globalization;
using System.Text;

namespace Ccri.Domain;

/// <summary>Two foldings of a name: one to search by, one for addresses. Databases fold no accents, so we store the result.</summary>
public static class Folding
{
    /// <summary>Lower case without accents: <c>Łódź</c> gives <c>lodz</c>; letters of other scripts stay letters of their script.</summary>
    public static string ForSearch(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                folded.Append(Undecomposed(char.ToLowerInvariant(character)));
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The part of an address that names a thing: letters, digits and single hyphens. Empty when the name has no letter or digit.</summary>
    public static string ForAddress(string name, int longest = 80)
    {
        var slug = new StringBuilder();
        foreach (var rune in ForSearch(name).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(rune);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length >= longest)
                break;
        }
        return slug.ToString().Trim('-');
    }

    /// <summary>Letters with a stroke or ligatures, which Unicode does not take apart.</summary>
    private static string Undecomposed(char letter) => letter switch
    {
        'ł' => "l", 'ø' => "o", 'đ' or 'ð' => "d", 'ħ' => "h", 'ı' => "i", 'ŧ' => "t",
        'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'þ' => "th", 'ς' => "σ",
        _ => letter.ToString(),
    };
}
