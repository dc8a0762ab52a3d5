namespace Ccri.Web.Features.Shared;

/// <summary>One column of a list. Adding a column to a list is adding one of these to its table of columns.</summary>
/// <param name="Key">Its name in the address, for <c>columns=</c> and for <c>sort=</c>.</param>
/// <param name="Text">What a spreadsheet gets, and the page where it has no markup of its own for it; empty when it is not known.</param>
public sealed record ListColumn<TRow>(string Key, string Heading, Func<TRow, string?> Text)
{
    /// <summary>Shown while nobody has chosen columns.</summary>
    public bool IsUsual { get; init; }

    /// <summary>A figure stands to the right.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Many or long words, in small letters.</summary>
    public bool IsSmall { get; init; }

    /// <summary>Codes, which must not break.</summary>
    public bool IsCode { get; init; }

    /// <summary>Among the usual columns: "p2" leaves on a phone, "p3" on a narrow desk already. A column that was chosen always stays.</summary>
    public string? Priority { get; init; }

    /// <summary>What it sorts by, where the finished row tells it and the query does not; empty values come last.</summary>
    public Func<TRow, object?>? Order { get; init; }

    /// <summary>The classes of its head. Columns that somebody chose are all shown.</summary>
    public string? Head(bool isChosen) => Classes(isChosen ? null : Priority, IsNumber ? "right" : null);

    /// <summary>The classes of its cells.</summary>
    public string? Cell(bool isChosen) => Classes(isChosen ? null : Priority, IsNumber ? "num right nw" : null, IsSmall ? "small" : null, IsCode ? "nw" : null);

    private static string? Classes(params IEnumerable<string?> names) => string.Join(' ', names.OfType<string>()) is { Length: > 0 } classes ? classes : null;
}

/// <summary>A column as it can be ticked.</summary>
public sealed record ColumnBox(string Key, string Heading, bool IsTicked);

public static class ListColumns
{
    /// <summary>In the address, once for each column.</summary>
    public const string Parameter = "columns";

    /// <summary>The chosen columns in the order of the table; the first one is always there, and what does not exist is left out.</summary>
    public static IReadOnlyList<ListColumn<TRow>> Shown<TRow>(this IReadOnlyList<ListColumn<TRow>> all, IReadOnlyCollection<string?>? chosen) =>
        all.IsChosen(chosen) ? [.. all.Where((column, index) => index == 0 || chosen!.Contains(column.Key, StringComparer.OrdinalIgnoreCase))] : [.. all.Where(c => c.IsUsual)];

    /// <summary>Whether somebody chose, and chose something else than the usual: ticking a filter sends the usual ones, too.</summary>
    public static bool IsChosen<TRow>(this IReadOnlyList<ListColumn<TRow>> all, IReadOnlyCollection<string?>? chosen)
    {
        var known = all.Where(column => chosen?.Contains(column.Key, StringComparer.OrdinalIgnoreCase) ?? false).ToList();
        return known.Count > 0 && !known.SequenceEqual(all.Where(c => c.IsUsual));
    }

    public static IReadOnlyList<ColumnBox> Boxes<TRow>(this IReadOnlyList<ListColumn<TRow>> all, IReadOnlyList<ListColumn<TRow>> shown) =>
        [.. all.Select(column => new ColumnBox(column.Key, column.Heading, shown.Contains(column)))];

    /// <summary>By one column, upwards or downwards; what is not known comes last either way, and equal rows keep the order they came in.</summary>
    public static IEnumerable<TRow> SortedBy<TRow>(this IEnumerable<TRow> rows, Func<TRow, object?> key, bool descending)
    {
        var known = rows.OrderBy(row => key(row) is null);
        return descending ? known.ThenByDescending(key, ByLetter.Everywhere) : known.ThenBy(key, ByLetter.Everywhere);
    }

    /// <summary>Letters by code, the same on every machine; numbers as numbers.</summary>
    private sealed class ByLetter : IComparer<object?>
    {
        public static readonly ByLetter Everywhere = new();

        public int Compare(object? x, object? y) => (x, y) is (string a, string b) ? string.CompareOrdinal(a, b) : Comparer<object?>.Default.Compare(x, y);
    }
}
