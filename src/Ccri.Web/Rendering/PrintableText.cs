using System.Buffers;
using System.Globalization;
using System.Text;

namespace Ccri.Web.Rendering;

/// <summary>Makes what a person typed printable: one character that no font has would otherwise refuse the whole PDF.
/// Control characters, byte-order marks, direction overrides and variation selectors are dropped; a character that no font has
/// (an emoji, a bullet from Word's private use area) is printed as "[U+1F600]" and named to the caller.</summary>
public static class PrintableText
{
    private const int AnyFamily = ~0;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', 95).Append('\n').Append('\u00a0').Select(i => (char)i)]);

    public static string Of(string text, Action<Rune>? missing = null)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;
        var printed = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            // Letter and accents together: the typesetter asks one font for both.
            var length = StringInfo.GetNextTextElementLength(rest);
            Print(rest[..length], printed, missing);
            rest = rest[length..];
        }
        return printed.ToString();
    }

    private static void Print(ReadOnlySpan<char> cluster, StringBuilder printed, Action<Rune>? missing)
    {
        var families = AnyFamily;
        var dropJoiner = false;
        foreach (var rune in cluster.EnumerateRunes())
        {
            if (IsDropped(rune) || (dropJoiner && rune.Value == 0x200d))
                continue;
            if (LineOrSpace(rune, cluster) is { } white)
            {
                printed.Append(white);
                continue;
            }
            var sharing = families & FontCoverage.Current.FamiliesWith(rune);
            if (sharing != 0)
            {
                families = sharing;
                printed.Append(rune.ToString());
                continue;
            }
            printed.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
            missing?.Invoke(rune);
            families = AnyFamily;
            dropJoiner = true; // what held an emoji's parts together
        }
    }

    private static string? LineOrSpace(Rune rune, ReadOnlySpan<char> cluster) => rune.Value switch
    {
        '\t' => " ",
        '\n' or 0x2028 or 0x2029 => "\n",
        '\r' => cluster.Length > 1 ? "" : "\n", // in "\r\n" the second speaks
        _ => null,
    };

    private static bool IsDropped(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => false,
        0xfeff or (>= 0x202a and <= 0x202e) or (>= 0x2066 and <= 0x2069) => true,
        (>= 0xfe00 and <= 0xfe0f) or (>= 0xe0000 and <= 0xe01ef) => true,
        _ => Rune.IsControl(rune),
    };
}
