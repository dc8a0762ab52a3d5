using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ccri.Web.Rendering;

/// <summary>A character that is printed as its number.</summary>
/// <param name="Where">Keys from the block inwards: "actions/A07/title"; "meta" for the report's own names.</param>
/// <param name="Character">"U+1F600".</param>
public sealed record TextWarning(string Where, string Character)
{
    public string Sentence => $"No font has the character {Character}; it is printed as [{Character}].";
}

/// <summary>A report whose every word can be printed. The page is made from <see cref="Report"/> and the PDF from <see cref="Json"/>:
/// both hold the same words.</summary>
/// <param name="Json">UTF-8, as reports/templates reads it and as an issued report is kept.</param>
public sealed partial record PrintableReport(Report Report, ReadOnlyMemory<byte> Json, IReadOnlyList<TextWarning> Warnings)
{
    public static PrintableReport From(Report report)
    {
        // On the JSON, not on the records: a block that is added later cannot be forgotten.
        var json = JsonSerializer.SerializeToNode(report, ReportJson.Options)!.AsObject();
        var warnings = new List<TextWarning>();
        Clean(json["meta"]!.AsObject(), "meta", warnings);
        foreach (var block in json["blocks"]!.AsArray())
            Clean(block!.AsObject(), "", warnings);
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString(ReportJson.Options));
        return new PrintableReport(ReportJson.Read(bytes), bytes, [.. warnings.Distinct()]);
    }

    private static void Clean(JsonObject item, string where, List<TextWarning> warnings)
    {
        where = Address(where, (item["key"] ?? item["kind"])?.GetValue<string>());
        foreach (var (name, value) in item.ToArray())
        {
            switch (value)
            {
                case JsonArray cells when name == "cells":
                    // A cell is addressed by its column.
                    Clean(cells, where, warnings, Columns(item));
                    break;
                case JsonArray array:
                    Clean(array, where, warnings, []);
                    break;
                case JsonObject inner:
                    Clean(inner, where, warnings);
                    break;
                case not null when value.GetValueKind() == JsonValueKind.String && name is not ("kind" or "key" or "rag" or "href"):
                    item[name] = Printed(value, where, warnings, isDrawing: name is "svg" or "art");
                    break;
            }
        }
    }

    private static void Clean(JsonArray items, string where, List<TextWarning> warnings, string?[] names)
    {
        for (var i = 0; i < items.Count; i++)
        {
            var inside = Address(where, names.ElementAtOrDefault(i));
            if (items[i] is JsonObject inner)
                Clean(inner, inside, warnings);
            else if (items[i]?.GetValueKind() == JsonValueKind.String)
                items[i] = Printed(items[i]!, inside, warnings, isDrawing: false);
        }
    }

    private static string Printed(JsonNode value, string where, List<TextWarning> warnings, bool isDrawing)
    {
        var text = value.GetValue<string>();
        if (isDrawing)
            text = CharacterReference().Replace(text, Decoded);
        return PrintableText.Of(text, rune => warnings.Add(new TextWarning(where, $"U+{rune.Value:X4}")));
    }

    private static string?[] Columns(JsonObject row) =>
        row.Parent?.Parent?["columns"] is JsonArray columns ? [.. columns.Select(c => c!["key"]?.GetValue<string>())] : [];

    private static string Address(string where, string? name) =>
        name is null ? where : where.Length == 0 ? name : $"{where}/{name}";

    // A drawing may hold "&#x1F600;": what it stands for has to be looked up too, except where it stands for markup.
    private static string Decoded(Match match)
    {
        var hex = match.Groups["hex"];
        var read = hex.Success
            ? int.TryParse(hex.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var value)
            : int.TryParse(match.Groups["decimal"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        return read && value is not ('<' or '>' or '&' or '"' or '\'') && Rune.IsValid(value) ? new Rune(value).ToString() : match.Value;
    }

    [GeneratedRegex("&#(?:[xX](?<hex>[0-9a-fA-F]+)|(?<decimal>[0-9]+));")]
    private static partial Regex CharacterReference();
}
