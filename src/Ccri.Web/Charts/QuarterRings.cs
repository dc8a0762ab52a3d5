using System.Globalization;
using System.Text;

namespace Ccri.Web.Charts;

/// <summary>The art of a cover: a ring for each year, an arc for each quarter, the reported one filled. It says nothing that the words do not say.</summary>
public static class QuarterRings
{
    private const int MostYears = 4;
    private const double CentreX = 430, CentreY = 252, Step = 44, Innermost = 62;
    private static readonly string[] Tints = ["#eaf0fb", "#dbe5f8", "#c9d8f4", "#b3c8ef"];

    /// <summary>595 units wide, the width of a page.</summary>
    /// <param name="firstYear">Of the initiative; not all are drawn when they are many.</param>
    /// <param name="quarter">1 to 4.</param>
    public static string Draw(int firstYear, int year, int quarter)
    {
        firstYear = Math.Clamp(firstYear, year - MostYears + 1, year);
        var body = new StringBuilder();
        for (var y = firstYear; y <= year; y++)
        {
            var radius = Innermost + (y - firstYear) * Step;
            for (var q = 1; q <= 4; q++)
                body.Append(Arc(radius, q, Colour(y - firstYear, y == year ? q.CompareTo(quarter) : -1)));
        }
        for (var y = firstYear; y <= year; y++)
            body.Append(CultureInfo.InvariantCulture, $"<text x=\"{CentreX + 5}\" y=\"{CentreY - Innermost - (y - firstYear) * Step + 2.6:0.##}\" font-size=\"7\" {(y == year ? "fill=\"#17202c\" font-weight=\"600\"" : "fill=\"#566172\"")}>{y}</text>");
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 595.276 500\" width=\"595.276\" height=\"500\" font-family=\"Noto Sans\">{body}</svg>";
    }

    private static string Colour(int ring, int comparedWithReported) => comparedWithReported switch { 0 => "#0b3ea8", > 0 => "#f1f3f6", _ => Tints[Math.Min(ring, Tints.Length - 1)] };

    private static string Arc(double radius, int quarter, string colour)
    {
        var gap = 2.6 / radius;
        var (from, to) = ((quarter - 2) * Math.PI / 2 + gap, (quarter - 1) * Math.PI / 2 - gap);
        return string.Create(CultureInfo.InvariantCulture, $"<path d=\"M{Point(radius, from)}A{radius} {radius} 0 0 1 {Point(radius, to)}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{Step - 5}\"/>");
    }

    private static string Point(double radius, double angle) => string.Create(CultureInfo.InvariantCulture, $"{CentreX + radius * Math.Cos(angle):0.##} {CentreY + radius * Math.Sin(angle):0.##}");
}
