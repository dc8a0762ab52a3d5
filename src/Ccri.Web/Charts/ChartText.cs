using System.Globalization;
using System.Text;

namespace Ccri.Web.Charts;

/// <summary>How wide words are, about: the fonts are not at hand where a chart is drawn, so letters count as wide as the wider of Inter and Noto Sans.</summary>
internal static class ChartText
{
    private const string Ellipsis = "…";

    /// <summary>Only what XML may hold, in one line. What cannot be part of it becomes U+FFFD.</summary>
    public static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes()) // half of a character arrives as U+FFFD
        {
            if (rune.Value is '\t' or '\n' or '\r' or 0x85 or 0x2028 or 0x2029)
                clean.Append(' ');
            else
                clean.Append(Rune.IsControl(rune) || (rune.Value & 0xfffe) == 0xfffe ? "\ufffd" : rune.ToString());
        }
        return clean.ToString();
    }

    public static double Width(string words, double size, Tone tone = Tone.Plain) =>
        words.EnumerateRunes().Sum(Em) * size * (tone is Tone.Strong or Tone.Late ? 1.06 : 1);

    /// <summary>The words, or as many whole letters of them as the room holds, with an ellipsis.</summary>
    public static string Fit(string words, double room, double size, Tone tone = Tone.Plain)
    {
        if (Width(words, size, tone) <= room)
            return words;
        var left = room - Width(Ellipsis, size, tone);
        var kept = new StringBuilder();
        for (var letters = StringInfo.GetTextElementEnumerator(words); letters.MoveNext();)
        {
            var letter = letters.GetTextElement();
            left -= Width(letter, size, tone);
            if (left < 0)
                break;
            kept.Append(letter);
        }
        return kept.ToString().TrimEnd() + Ellipsis;
    }

    private static double Em(Rune rune) => rune.Value switch
    {
        'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.29,
        ' ' or 0xa0 or 0x202f or 'f' or 't' or 'r' or 'I' or '(' or ')' or '[' or ']' or '/' or '-' => 0.39,
        'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' => 0.95,
        >= '0' and <= '9' => 0.62,
        < 0x80 => rune.Value is >= 'A' and <= 'Z' ? 0.72 : 0.6,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => 0.8,
            UnicodeCategory.LowercaseLetter => 0.68,
            _ => rune.Value < 0x2e80 ? 0.75 : 1.1,
        },
    };
}
