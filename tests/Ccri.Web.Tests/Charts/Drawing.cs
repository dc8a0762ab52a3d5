using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ccri.Web.Charts;

namespace Ccri.Web.Tests.Charts;

/// <summary>A drawing read back from its SVG.</summary>
internal sealed partial class Drawing(Chart chart, ChartLook look)
{
    public static readonly ChartLook[] Looks = [ChartLook.Page, ChartLook.Phone, ChartLook.Print];

    private readonly XElement svg = XElement.Parse(chart.Draw(look));

    public double Width => ViewBox[2];

    public double Height => ViewBox[3];

    private double[] ViewBox => [.. ((string)svg.Attribute("viewBox")!).Split(' ').Select(Number)];

    /// <summary>All texts as they are shown, without the titles.</summary>
    public IReadOnlyList<string> Texts => [.. Of("text").Select(Shown)];

    public IReadOnlyList<string> Titles => [.. Of("title").Select(t => t.Value)];

    public IEnumerable<XElement> Of(string element, string? className = null) =>
        svg.Descendants().Where(e => e.Name.LocalName == element && (className is null || (string?)e.Attribute("class") == className));

    public IReadOnlyList<double> Widths(string className) => [.. Of("rect", className).Select(r => Number(r, "width"))];

    /// <summary>Every corner of every shape, and where every text begins or ends.</summary>
    public IEnumerable<(double X, double Y)> Points()
    {
        foreach (var e in svg.Descendants())
            switch (e.Name.LocalName)
            {
                case "rect":
                    Number(e, "width").ShouldBeGreaterThanOrEqualTo(0);
                    yield return (Number(e, "x"), Number(e, "y"));
                    yield return (Number(e, "x") + Number(e, "width"), Number(e, "y") + Number(e, "height"));
                    break;
                case "line":
                    yield return (Number(e, "x1"), Number(e, "y1"));
                    yield return (Number(e, "x2"), Number(e, "y2"));
                    break;
                case "circle":
                    yield return (Number(e, "cx") - Number(e, "r"), Number(e, "cy") - Number(e, "r"));
                    yield return (Number(e, "cx") + Number(e, "r"), Number(e, "cy") + Number(e, "r"));
                    break;
                case "path":
                    foreach (var point in PathPoints((string)e.Attribute("d")!))
                        yield return point;
                    break;
                case "text":
                    var width = e.Elements().Where(t => t.Name.LocalName == "tspan").DefaultIfEmpty(e).Sum(t => ChartText.Width(Shown(t), look.Size));
                    var begin = Number(e, "x") - ((string?)e.Attribute("text-anchor") == "end" ? width : 0);
                    yield return (begin, Number(e, "y"));
                    yield return (begin + width, Number(e, "y"));
                    break;
            }
    }

    private static string Shown(XElement text) =>
        string.Concat(text.DescendantNodes().OfType<XText>().Where(t => t.Parent!.Name.LocalName != "title").Select(t => t.Value));

    private static IEnumerable<(double X, double Y)> PathPoints(string d)
    {
        var x = 0.0;
        foreach (Match step in Step().Matches(d))
        {
            if (step.Groups["v"].Success)
            {
                yield return (x, Number(step.Groups["v"].Value));
                continue;
            }
            x = Number(step.Groups["x"].Value);
            yield return (x, Number(step.Groups["y"].Value));
        }
        Step().Replace(d, "").Replace("z", "", StringComparison.Ordinal).ShouldBeEmpty();
    }

    public static double Number(XElement element, string attribute) => Number((string)element.Attribute(attribute)!);

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[ML](?<x>[-\d.]+) (?<y>[-\d.]+)|V(?<v>[-\d.]+)")]
    private static partial Regex Step();
}
