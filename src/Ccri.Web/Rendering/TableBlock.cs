using System.Text.Json.Serialization;

namespace Ccri.Web.Rendering;

/// <summary>A table. The first cell of a row is its header.</summary>
/// <exception cref="ArgumentException">A row has another number of cells than the table has columns.</exception>
public sealed record TableBlock(IReadOnlyList<Column> Columns, IReadOnlyList<TableRow> Rows) : Block
{
    public IReadOnlyList<TableRow> Rows { get; } = TableRow.Fitting(Columns, Rows);

    /// <summary>"Table 2".</summary>
    public string? Label { get; init; }

    public string? Title { get; init; }
    public string? Subtitle { get; init; }

    /// <summary>Set smaller in the PDF, so that a row for each territory fits on one page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Dense { get; init; }

    /// <summary>What is said when there is no row.</summary>
    public string Empty { get; init; } = "Nothing is recorded.";

    public Provenance? Source { get; init; }
}

public enum ColumnKind
{
    Text,

    /// <summary>Right-aligned, like <see cref="Money"/> and <see cref="Decimal"/>; points stand under each other.</summary>
    Number,
    Money,
    Decimal,

    /// <summary>Never broken over two lines.</summary>
    Date,
    Rag,
}

public sealed record Column(string Name)
{
    /// <summary>With the row's key it is the address of a cell: "actions/A07/title".</summary>
    [JsonPropertyOrder(-1)]
    public string? Key { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ColumnKind Kind { get; init; }

    /// <summary>A share of the width that is left; null for as wide as the words need (at most 26 characters).</summary>
    public double? Width { get; init; }

    /// <param name="width">See <see cref="Width"/>.</param>
    public static Column Of(string key, string name, double? width = null, ColumnKind kind = ColumnKind.Text) => new(name) { Key = key, Width = width, Kind = kind };
}

/// <summary>A row of cells, or a heading over the rows that follow (it is repeated on the next page).</summary>
public sealed record TableRow
{
    [JsonPropertyOrder(-1)]
    public string? Key { get; init; }

    /// <summary>One per column; null prints a dash.</summary>
    public IReadOnlyList<Cell?>? Cells { get; init; }

    /// <summary>A sum: heavier, between rules.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Total { get; init; }

    public string? Group { get; init; }

    [JsonPropertyName("rag")]
    public StatusMark? Mark { get; init; }

    public string? Note { get; init; }

    /// <summary>The key of the row of a thing in the register.</summary>
    public static string KeyOf(Guid id) => id.ToString("D");

    public static TableRow Of(string? key, params IReadOnlyList<Cell?> cells) => new() { Key = key, Cells = cells };

    public static TableRow Sum(string? key, params IReadOnlyList<Cell?> cells) => new() { Key = key, Cells = cells, Total = true };

    public static TableRow Over(string group, StatusMark? mark = null, string? note = null, string? key = null) =>
        new() { Key = key, Group = group, Mark = mark, Note = note };

    internal static IReadOnlyList<TableRow> Fitting(IReadOnlyList<Column> columns, IReadOnlyList<TableRow> rows)
    {
        // A missing cell would move all that follow one column to the left without a word.
        var wrong = rows.FirstOrDefault(r => r.Group is null && r.Cells?.Count != columns.Count);
        return wrong is null
            ? rows
            : throw new ArgumentException($"Row {wrong.Key ?? "without a key"} has {wrong.Cells?.Count ?? 0} cells, the table {columns.Count} columns.", nameof(rows));
    }
}
