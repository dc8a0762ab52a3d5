namespace Ccri.Web.Features.Plans;

/// <summary>Sorts "2.10" behind "2.9": digits count as numbers, letters by their code, the same on every machine.</summary>
internal sealed class ByNumber : IComparer<string>
{
    public static readonly ByNumber Everywhere = new();

    public int Compare(string? x, string? y)
    {
        var (a, b) = (x ?? "", y ?? "");
        for (int i = 0, j = 0; ; i++, j++)
        {
            if (i >= a.Length || j >= b.Length)
                return (a.Length - i).CompareTo(b.Length - j);
            if (!char.IsAsciiDigit(a[i]) || !char.IsAsciiDigit(b[j]))
            {
                if (a[i] != b[j])
                    return a[i].CompareTo(b[j]);
                continue;
            }
            var (first, second) = (Digits(a, ref i), Digits(b, ref j));
            if (first.Length != second.Length)
                return first.Length.CompareTo(second.Length);
            if (string.CompareOrdinal(first, second) is not 0 and var order)
                return order;
        }
    }

    /// <summary>Without leading zeros; the index is left on the last digit.</summary>
    private static string Digits(string text, ref int index)
    {
        var start = index;
        while (index + 1 < text.Length && char.IsAsciiDigit(text[index + 1]))
            index++;
        return text[start..(index + 1)].TrimStart('0');
    }
}
