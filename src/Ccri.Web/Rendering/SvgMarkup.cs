using System.Collections.Frozen;
using System.Xml;
using System.Xml.Linq;

namespace Ccri.Web.Rendering;

/// <summary>A drawing as it may stand inside a web page. Drawings are ours, but kept reports travel through backups and databases,
/// so a page shows shapes and words only: no script, no reference to another place, no style.</summary>
public static class SvgMarkup
{
    private static readonly FrozenSet<string> Shapes = FrozenSet.ToFrozenSet(
        ["svg", "g", "rect", "line", "path", "circle", "ellipse", "polyline", "polygon", "text", "tspan", "defs", "pattern", "clipPath", "title", "desc"]);

    /// <summary>The drawing for the page, hidden from screen readers (its sentence stands beside it), or null if it is not a plain drawing.</summary>
    public static string? ForPage(string svg)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(svg), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            if (root.Name.LocalName != "svg" || !root.DescendantsAndSelf().All(IsPlain))
                return null;
            root.SetAttributeValue("aria-hidden", "true");
            root.SetAttributeValue("focusable", "false");
            return root.ToString(SaveOptions.DisableFormatting);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool IsPlain(XElement element) =>
        Shapes.Contains(element.Name.LocalName)
        && element.Attributes().All(a => a.Name.LocalName is not ("href" or "style")
            && !a.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            && (!a.Value.Contains("url(", StringComparison.OrdinalIgnoreCase) || a.Value.StartsWith("url(#", StringComparison.Ordinal)));
}
