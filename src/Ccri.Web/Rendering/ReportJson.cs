using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ccri.Web.Rendering;

/// <summary>The JSON of a report as reports/templates reads it: the same report gives the same bytes on every machine.</summary>
public static class ReportJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static Report Read(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<Report>(json, Options) ?? throw new JsonException("The report is empty.");

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // the file is data for the typesetter, never part of a page
            NumberHandling = JsonNumberHandling.Strict,
            NewLine = "\n",
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
