using System.Globalization;
using System.Text;

namespace Ccri.Web.Rendering;

/// <summary>Which characters the fonts of the reports have, read from font-coverage.txt (made by reports/coverage.mjs).</summary>
internal sealed class FontCoverage
{
    private static readonly Lazy<FontCoverage> Loaded = new(Load);

    private readonly int[][] families; // each: from, to, from, to … in rising order

    private FontCoverage(int[][] families) => this.families = families;

    public static FontCoverage Current => Loaded.Value;

    /// <summary>One bit per family that has the character; 0 if none has.</summary>
    public int FamiliesWith(Rune rune)
    {
        var found = 0;
        for (var i = 0; i < families.Length; i++)
            if (Has(families[i], rune.Value))
                found |= 1 << i;
        return found;
    }

    private static bool Has(int[] ranges, int value)
    {
        var at = Array.BinarySearch(ranges, value);
        return at >= 0 || (~at & 1) == 1; // found on an edge, or between a from and its to
    }

    private static FontCoverage Load()
    {
        using var stream = typeof(FontCoverage).Assembly.GetManifestResourceStream("font-coverage.txt")
            ?? throw new InvalidOperationException("font-coverage.txt is not embedded in the application.");
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return new FontCoverage([.. lines.Select(Ranges)]);

        static int[] Ranges(string line) =>
            [.. line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..].Split(' ').SelectMany(range => Edges(range.Split('-')))];

        static int[] Edges(string[] range) => [Number(range[0]), Number(range[^1])];

        static int Number(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }
}
