using System.Text.Json;

namespace Ccri.Web.Tests.Assets;

/// <summary>The files of npm are made during the build; hooked too late they would be on disk but have no address (404).</summary>
public sealed class AssetRoutesTests
{
    [Theory]
    [InlineData("app.css")]
    [InlineData("icons.svg")]
    [InlineData("favicon.svg")]
    [InlineData("ratings.js")]
    [InlineData("drafts.js")]
    [InlineData("lib/htmx/htmx.min.js")]
    [InlineData("lib/map/europe.svg")]
    [InlineData("lib/inter-5.3.0/inter-latin.woff2")]
    [InlineData("lib/inter-5.3.0/inter-latin-ext.woff2")]
    [InlineData("lib/inter-5.3.0/inter-greek.woff2")]
    [InlineData("lib/inter-5.3.0/inter-cyrillic.woff2")]
    public void Every_asset_has_an_address_and_a_fingerprinted_one(string path)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Ccri.Web.staticwebassets.endpoints.json");
        using var manifest = JsonDocument.Parse(File.ReadAllText(file));

        var routes = manifest.RootElement.GetProperty("Endpoints").EnumerateArray()
            .Where(e => e.GetProperty("Route").GetString() == path || Label(e) == path)
            .Select(e => e.GetProperty("Route").GetString()).Distinct().ToList();

        routes.ShouldContain(path);
        routes.Count.ShouldBe(2, $"{path} and its fingerprinted twin; found: {string.Join(", ", routes)}");
    }

    /// <summary>A fingerprinted route carries the plain one as its label.</summary>
    private static string? Label(JsonElement endpoint) => endpoint.GetProperty("EndpointProperties").EnumerateArray()
        .Where(p => p.GetProperty("Name").GetString() == "label").Select(p => p.GetProperty("Value").GetString()).FirstOrDefault();
}
