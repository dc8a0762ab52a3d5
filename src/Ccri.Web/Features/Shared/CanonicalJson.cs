using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Ccri.Web.Features.Shared;

/// <summary>The one spelling of a set of facts: keys in ordinal order, numbers and days as JSON spells them everywhere. Equal facts give equal bytes.</summary>
public static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static byte[] Of<T>(T facts) => JsonSerializer.SerializeToUtf8Bytes(Sorted(JsonSerializer.SerializeToNode(facts, Options)), Options);

    /// <exception cref="JsonException">When it is no such set of facts.</exception>
    public static T Read<T>(ReadOnlySpan<byte> facts) => JsonSerializer.Deserialize<T>(facts, Options) ?? throw new JsonException("The facts are empty.");

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject item => new JsonObject(item.OrderBy(property => property.Key, StringComparer.Ordinal).Select(property => KeyValuePair.Create(property.Key, Sorted(property.Value)))),
        JsonArray array => new JsonArray([.. array.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
