using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ccri.Web.Rendering;

/// <summary>Words, some of them strong or a link. A string is a text.</summary>
[JsonConverter(typeof(RichTextConverter))]
public sealed record RichText(params IReadOnlyList<Run> Runs)
{
    public string Plain => string.Concat(Runs.Select(r => r.Text));

    /// <summary>One run without strong words or a link.</summary>
    public bool IsPlain => Runs is [{ Strong: false, Href: null }];

    public static implicit operator RichText(string text) => new(new Run(text));
}

/// <summary>A piece of a text. A link that is not http, https or mailto is printed as words only.</summary>
public sealed record Run(string Text, bool Strong = false, string? Href = null)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Strong { get; } = Strong;

    public string? Href { get; } = Safe(Href);

    private static string? Safe(string? href) =>
        Uri.TryCreate(href, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" ? uri.AbsoluteUri : null;
}

/// <summary>Who said it and when: a role and an organisation, never a person. "Confirmed by the territory on 8 Oct 2026".</summary>
/// <param name="Stale">Not confirmed for two quarters: stands out.</param>
[JsonConverter(typeof(ProvenanceConverter))]
public sealed record Provenance(string Text, bool Stale = false)
{
    public static implicit operator Provenance(string text) => new(text);
}

internal sealed class RichTextConverter : JsonConverter<RichText>
{
    public override RichText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? reader.GetString()! : new RichText(JsonSerializer.Deserialize<Run[]>(ref reader, options)!);

    public override void Write(Utf8JsonWriter writer, RichText value, JsonSerializerOptions options)
    {
        if (value.IsPlain)
            writer.WriteStringValue(value.Plain);
        else
            JsonSerializer.Serialize(writer, value.Runs, options);
    }
}

internal sealed class ProvenanceConverter : JsonConverter<Provenance>
{
    private sealed record Parts(string Text, bool Stale);

    public override Provenance Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!;
        var parts = JsonSerializer.Deserialize<Parts>(ref reader, options)!;
        return new Provenance(parts.Text, parts.Stale);
    }

    public override void Write(Utf8JsonWriter writer, Provenance value, JsonSerializerOptions options)
    {
        if (value.Stale)
            JsonSerializer.Serialize(writer, new Parts(value.Text, true), options);
        else
            writer.WriteStringValue(value.Text);
    }
}
