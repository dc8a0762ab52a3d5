using System.Globalization;
using System.Text;

namespace Ccri.Web.Charts;

/// <summary>How wide words are, about: the fonts are not at hand where a chart is drawn, so letters count as wide as the wider of Inter and Noto Sans.</summary>
public static class ChartText
{
    private const string Ellipsis = "…";

    /// <summary>Widths of ' ' to '~' in hundredths of the height, measured in a browser; digits are as wide as the widest.</summary>
    private static readonly byte[] Hundredths =
    [
        28, 29, 47, 65, 64, 98, 73, 30, 36, 36, 55, 66, 29, 46, 29, 37, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 29, 30, 66, 66, 66, 51,
        97, 69, 65, 73, 73, 60, 59, 75, 74, 34, 57, 67, 57, 91, 76, 78, 64, 78, 64, 64, 65, 74, 69, 99, 68, 68, 63, 36, 37, 36, 57, 46,
        32, 56, 61, 57, 61, 58, 37, 61, 62, 26, 26, 55, 26, 93, 62, 60, 61, 61, 41, 53, 36, 62, 56, 82, 55, 56, 55, 43, 55, 43, 66,
    ];

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
        words.EnumerateRunes().Sum(Em) * size * (tone is Tone.Strong or Tone.Late ? 1.04 : 1);

    /// <summary>The words, or as many whole letters of them as the room holds, with an ellipsis.</summary>
    public static string Fit(string words, double room, double size, Tone tone = Tone.Plain)
    {
        if (Width(words, size, tone) <= room + 0.01) // rooms are sums of widths, and sums are not exact
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

    /// <summary>The words in lines that each fit the room; a word that is longer than the room is cut where it is drawn.</summary>
    public static IReadOnlyList<string> Wrap(string words, double room, double size)
    {
        var lines = new List<string>();
        foreach (var word in Clean(words).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && Width($"{lines[^1]} {word}", size) <= room)
                lines[^1] += $" {word}";
            else
                lines.Add(word);
        }
        return lines;
    }

    private static double Em(Rune rune) => rune.Value switch
    {
        >= ' ' and <= '~' => Hundredths[rune.Value - ' '] / 100.0,
        0xa0 => 0.29,
        '–' => 0.5,
        '…' => 0.87,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
            UnicodeCategory.Control => 1.1, // it is shown as U+FFFD
            UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => 0.8,
            UnicodeCategory.LowercaseLetter => 0.66,
            _ => rune.Value < 0x2e80 ? 0.75 : 1.1,
        },
    };
}
