using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ccri.Web.Rendering;

/// <summary>What stands in a field of a table. A string is a cell; null is an empty one.</summary>
[JsonConverter(typeof(CellConverter))]
public abstract record Cell
{
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Cell?(string? text) => text is null ? null : new TextCell(text);
}

/// <summary>Words or a number, already formatted.</summary>
public sealed record TextCell(RichText Text) : Cell
{
    public bool Strong { get; init; }

    /// <summary>"12 days late": always bold, in the one colour words may have.</summary>
    public string? Late { get; init; }

    /// <summary>Small beneath.</summary>
    public string? Note { get; init; }
}

/// <summary>A status: the shape and its word, with a remark beneath.</summary>
public sealed record StatusCell(StatusMark Mark, string Word, string? Text = null) : Cell;

/// <summary>A small drawing (60 units wide unless said) with the sentence that replaces it.</summary>
public sealed record DrawingCell(string Svg, string Alt, int Width = 60) : Cell;

/// <summary>Writes a cell as the template reads it: a string where that is all, an object where there is more.</summary>
internal sealed class CellConverter : JsonConverter<Cell>
{
    private sealed record Parts(string? Svg, string? Alt, int? Width, StatusMark? Rag, string? Word, RichText? Text, bool? Strong, string? Late, string? Note);

    public override Cell Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return new TextCell(reader.GetString()!);
        var parts = JsonSerializer.Deserialize<Parts>(ref reader, options)!;
        return parts switch
        {
            { Svg: not null } => new DrawingCell(parts.Svg, parts.Alt ?? throw new JsonException("A drawing needs words that replace it."), parts.Width ?? 60),
            { Rag: not null } => new StatusCell(parts.Rag.Value, parts.Word ?? throw new JsonException("A status needs its word."), parts.Text?.Plain),
            { Text: not null } => new TextCell(parts.Text) { Strong = parts.Strong ?? false, Late = parts.Late, Note = parts.Note },
            _ => throw new JsonException("A cell is a text, a status or a drawing."),
        };
    }

    public override void Write(Utf8JsonWriter writer, Cell value, JsonSerializerOptions options)
    {
        var parts = value switch
        {
            DrawingCell d => new Parts(d.Svg, d.Alt, d.Width == 60 ? null : d.Width, null, null, null, null, null, null),
            StatusCell s => new Parts(null, null, null, s.Mark, s.Word, s.Text is null ? null : (RichText)s.Text, null, null, null),
            TextCell t => new Parts(null, null, null, null, null, t.Text, t.Strong ? true : null, t.Late, t.Note),
            _ => throw new JsonException($"No such cell: {value.GetType().Name}."),
        };
        if (parts is { Text: { IsPlain: true } text, Rag: null, Strong: null, Late: null, Note: null })
            writer.WriteStringValue(text.Plain);
        else
            JsonSerializer.Serialize(writer, parts, options);
    }
}
