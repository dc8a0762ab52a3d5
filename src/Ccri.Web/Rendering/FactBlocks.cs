using System.Text.Json.Serialization;

namespace Ccri.Web.Rendering;

/// <summary>Names and values beneath each other.</summary>
public sealed record KeyValuesBlock(IReadOnlyList<KeyValue> Items) : Block
{
    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public Provenance? Source { get; init; }
}

public sealed record KeyValue(string Name, RichText Value)
{
    [JsonPropertyOrder(-1)]
    public string? Key { get; init; }

    public Provenance? Source { get; init; }
}

/// <summary>One to four large numbers in a row.</summary>
public sealed record FiguresBlock(IReadOnlyList<Figure> Items) : Block
{
    public IReadOnlyList<Figure> Items { get; } =
        Items.Count is >= 1 and <= 4 ? Items : throw new ArgumentException($"A row holds one to four figures, not {Items.Count}.", nameof(Items));

    public string? Title { get; init; }
    public string? Subtitle { get; init; }
    public Provenance? Source { get; init; }
}

/// <param name="Value">"43.3".</param>
/// <param name="Name">"secured of EUR 63.3 million".</param>
public sealed record Figure(string Value, string Name)
{
    [JsonPropertyOrder(-1)]
    public string? Key { get; init; }

    /// <summary>Small beside the value: "EUR million", "of 45".</summary>
    public string? Unit { get; init; }

    /// <summary>"was 41.9 in 2026-Q2".</summary>
    public string? Note { get; init; }
}

/// <summary>A status with its reason. Several in a row share one list.</summary>
/// <param name="Mark">The shape.</param>
/// <param name="Word">"At risk".</param>
/// <param name="Label">What is judged: "Investment plan (CEIP)".</param>
public sealed record StatusBlock([property: JsonPropertyName("rag")] StatusMark Mark, string Word, string Label, RichText Reason) : Block
{
    /// <summary>"was On track in 2026-Q2" or "unchanged".</summary>
    public string? Was { get; init; }

    public Provenance? Source { get; init; }

    /// <summary>The overall status, set larger.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Large { get; init; }
}

/// <summary>A drawing with the sentence that says what it shows and, as a rule, the table of its numbers.</summary>
/// <param name="Svg">482 units wide (170 mm, so one unit is one point), colours as literal values of the light theme.</param>
/// <param name="Alt">What the drawing shows, in a sentence or two.</param>
public sealed record ChartBlock(string Title, string Svg, string Alt) : Block
{
    public string? Label { get; init; }
    public string? Subtitle { get; init; }
    public ChartTable? Table { get; init; }
    public Provenance? Source { get; init; }
}

/// <summary>The numbers of a chart, set small beneath it.</summary>
public sealed record ChartTable(IReadOnlyList<Column> Columns, IReadOnlyList<TableRow> Rows)
{
    public IReadOnlyList<TableRow> Rows { get; } = TableRow.Fitting(Columns, Rows);
}
