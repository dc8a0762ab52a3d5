using System.Text;
using System.Text.Json;
using Ccri.Domain;

namespace Ccri.Web.Features.Shared;

/// <summary>A picture as a version keeps it: canonical text, the same for the same rows in whatever order they came.</summary>
public static class KeptPicture
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    public static string Of(Picture picture) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(new Picture([.. picture.Rows.OrderBy(row => row.Noun, StringComparer.Ordinal).ThenBy(row => row.Id)])));

    public static Picture Read(string content) => JsonSerializer.Deserialize<Picture>(content, Reading)!;
}
