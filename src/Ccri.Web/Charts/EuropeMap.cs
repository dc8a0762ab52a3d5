using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Ccri.Web.Charts;

/// <summary>
/// The map of Europe as inline SVG, drawn on the server: it works without JavaScript, under a strict content security policy
/// and in print. The shapes of the countries come from lib/map/europe.svg, which build-map.mjs draws by the same projection.
/// </summary>
/// <remarks>
/// The map is a second way in: a table beside it must give the same links. So its links are no tab stops, and
/// <see cref="Draw"/> takes the id of what follows for a "Skip the map" link.
/// </remarks>
public static class EuropeMap
{
    public const int Width = 600;
    public const int Height = 575;

    /// <summary>No two marks come nearer than this, in units of the drawing; a mark is about 12 wide.</summary>
    public const double MinimumDistance = 14;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Azimuthal equal-area around 52° N 10° E, the projection that the Union's statistics use for the continent.</summary>
    public static (double X, double Y) Project(double longitude, double latitude)
    {
        const double scale = 868, centreX = 232, centreY = 312;
        var (sinLon, cosLon) = Math.SinCos(double.DegreesToRadians(longitude - 10));
        var (sinLat, cosLat) = Math.SinCos(double.DegreesToRadians(latitude));
        var (sin0, cos0) = Math.SinCos(double.DegreesToRadians(52));
        var k = scale * Math.Sqrt(2 / (1 + sin0 * sinLat + cos0 * cosLat * cosLon));
        return (centreX + k * cosLat * sinLon, centreY - k * (cos0 * sinLat - sin0 * cosLat * cosLon));
    }

    /// <summary>Where each mark is drawn: its own place, or the nearest free one. The order of the input does not matter.</summary>
    public static IReadOnlyList<(MapMark Mark, double X, double Y)> Place(IEnumerable<MapMark> marks)
    {
        // By name, so that sorting the table beside the map does not move a mark.
        var ordered = marks.OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Href, StringComparer.Ordinal).ToList();
        var wanted = ordered.ConvertAll(m => Project(m.Longitude, m.Latitude));
        const double rounding = 0.2; // positions are written with one decimal
        var spots = MarkPlacement.Spread(wanted, MinimumDistance + rounding, Width, Height);
        return ordered.Zip(spots, (mark, spot) => (mark, spot.X, spot.Y)).ToList();
    }

    /// <param name="spriteUrl">The fingerprinted address of lib/map/europe.svg.</param>
    /// <param name="label">What the map shows, for a screen reader.</param>
    /// <param name="marks">The places; names and words may hold any character.</param>
    /// <param name="skipTo">The id of the element that follows; null when nothing does.</param>
    public static IHtmlContent Draw(string spriteUrl, string label, IEnumerable<MapMark> marks, string? skipTo = null)
    {
        var svg = new StringBuilder();
        if (skipTo is not null) svg.Append($"<a class=\"skip\" href=\"#{Encode(skipTo)}\">Skip the map</a>");
        svg.Append($"<svg class=\"map\" viewBox=\"0 0 {Width} {Height}\" role=\"group\" aria-label=\"{Encode(label)}\">");
        foreach (var layer in (string[])["land", "eu"])
            svg.Append($"<use class=\"{layer}\" href=\"{Encode(spriteUrl)}#{layer}\" width=\"{Width}\" height=\"{Height}\"/>");
        foreach (var (mark, x, y) in Place(marks).OrderBy(p => p.Mark.Kind))
        {
            var (name, words) = (Encode(mark.Name), Encode(mark.Words));
            svg.Append($"<a href=\"{Encode(mark.Href)}\" tabindex=\"-1\" aria-label=\"{name}, {words}\"><title>{name}: {words}</title>");
            svg.Append($"<circle class=\"hit\" cx=\"{F(x)}\" cy=\"{F(y)}\" r=\"13\"/>{Shape(mark.Kind, x, y)}</a>");
        }
        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static string Shape(MarkKind kind, double x, double y) => kind switch
    {
        MarkKind.Dot => $"<circle class=\"m dot\" cx=\"{F(x)}\" cy=\"{F(y)}\" r=\"5.6\"/>",
        MarkKind.Circle => $"<circle class=\"m ok\" cx=\"{F(x)}\" cy=\"{F(y)}\" r=\"6\"/>",
        MarkKind.Triangle => $"<path class=\"m risk\" d=\"M{F(x)} {F(y - 7.6)}l7.4 13.2h-14.8z\"/>",
        MarkKind.Square => $"<path class=\"m off\" d=\"M{F(x - 5.6)} {F(y - 5.6)}h11.2v11.2h-11.2z\"/>",
        MarkKind.Diamond => $"<path class=\"m complete\" d=\"M{F(x)} {F(y - 7.4)}l7.4 7.4-7.4 7.4-7.4-7.4z\"/>",
        _ => $"<circle class=\"m none\" cx=\"{F(x)}\" cy=\"{F(y)}\" r=\"5.4\"/>",
    };

    private static string F(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Encode(string text) => Encoder.Encode(text);
}
