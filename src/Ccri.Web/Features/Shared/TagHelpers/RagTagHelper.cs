using Ccri.Domain.Programme;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;rag value="@row.Status" /&gt;</c>: the shape and the words of a status. <c>words="Working"</c> says it otherwise
/// where the thing is not a territory (a job on the health page).
/// </summary>
[HtmlTargetElement("rag", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RagTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public Rag Value { get; set; }

    public string? Words { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shape = StatusShape.Of(Value);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"rag {shape.Key}");
        output.Content.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, shape.Key)).Append(string.IsNullOrEmpty(Words) ? shape.Words : Words); // an expression that gives nothing arrives as an empty text
    }
}
