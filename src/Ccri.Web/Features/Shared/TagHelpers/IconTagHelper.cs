using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary><c>&lt;icon name="plus" /&gt;</c>: a picture from icons.svg, silent for screen readers; the words stand beside it.</summary>
[HtmlTargetElement("icon", Attributes = "name", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class IconTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Svg(ViewContext.HttpContext, Name));
    }

    internal static TagBuilder Svg(HttpContext context, string name)
    {
        var use = new TagBuilder("use");
        use.Attributes["href"] = $"{AssetUrl.For(context, "icons.svg")}#{name}";
        var svg = new TagBuilder("svg");
        svg.AddCssClass("i");
        svg.Attributes["aria-hidden"] = "true";
        svg.InnerHtml.AppendHtml(use);
        return svg;
    }
}
