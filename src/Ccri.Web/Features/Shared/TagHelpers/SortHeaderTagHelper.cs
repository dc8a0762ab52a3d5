using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;sort-header key="name" current="@Model.Sort" class="p2"&gt;Territory&lt;/sort-header&gt;</c>: a column head that
/// sorts by a link, so it works without JavaScript and can be bookmarked. "name" is ascending, "-name" descending;
/// without <c>current</c> the address says it.
/// </summary>
[HtmlTargetElement("sort-header", Attributes = "key")]
public sealed class SortHeaderTagHelper : TagHelper
{
    public const string Parameter = "sort";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public string Key { get; set; } = "";

    public string? Current { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var current = string.IsNullOrEmpty(Current) ? request.Query[Parameter].ToString() : Current;
        var (ascending, descending) = (current == Key, current == $"-{Key}");

        var link = new TagBuilder("a");
        link.Attributes["href"] = QueryLink.With(request, Parameter, ascending ? $"-{Key}" : Key, without: PagerTagHelper.Parameter);
        link.InnerHtml.AppendHtml(await output.GetChildContentAsync());
        if (ascending || descending)
        {
            output.Attributes.SetAttribute("aria-sort", ascending ? "ascending" : "descending");
            link.InnerHtml.AppendHtml(IconTagHelper.Svg(ViewContext.HttpContext, ascending ? "up" : "down"));
        }
        output.TagName = "th";
        output.Attributes.SetAttribute("scope", "col");
        output.Content.SetHtmlContent(link);
    }
}
