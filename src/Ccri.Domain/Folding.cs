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
        foreach (var rune in Sound(text).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
                folded.Append(Undecomposed(Rune.ToLowerInvariant(rune)));
        }
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>The part of an address that names a thing: letters, digits and single hyphens. Empty when the name has no letter or digit.</summary>
    public static string ForAddress(string name, int longest = 80)
    {
        var slug = new StringBuilder();
        foreach (var rune in ForSearch(name).EnumerateRunes())
        {
            if (slug.Length + rune.Utf16SequenceLength > longest)
                break;
            if (Rune.IsLetterOrDigit(rune))
                slug.Append(rune);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().Trim('-');
    }

    /// <summary>Letters with a stroke or ligatures, which Unicode does not take apart.</summary>
    private static string Undecomposed(Rune letter) => letter.Value switch
    {
        'ł' => "l", 'ø' => "o", 'đ' or 'ð' => "d", 'ħ' => "h", 'ı' => "i", 'ŧ' => "t",
        'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'þ' => "th", 'ς' => "σ",
        _ => letter.ToString(),
    };

    /// <summary>What normalizing refuses becomes U+FFFD: half of a character, as a cut text may end with, and the byte-order mark the wrong way round.</summary>
    private static string Sound(string text) => string.Concat(text.EnumerateRunes()).Replace('\ufffe', '\ufffd');
}
