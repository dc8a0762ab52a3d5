using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;pager page="2" page-size="50" total="200" /&gt;</c>: "51–100 of 200" and links that keep the filters. Nothing is
/// written when all rows fit on one page.
/// </summary>
[HtmlTargetElement("pager", Attributes = "total", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PagerTagHelper : TagHelper
{
    /// <summary>Not "page": that is the name of a route value of Razor Pages, which would win over the address.</summary>
    public const string Parameter = "p";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public int Page { get; set; } = 1;

    public int PageSize { get; set; } = 50;

    public int Total { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var last = (Total + PageSize - 1) / PageSize;
        if (last <= 1)
        {
            output.SuppressOutput();
            return;
        }
        var page = Math.Clamp(Page, 1, last);
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", "Pages");

        var count = new TagBuilder("span");
        count.AddCssClass("muted");
        count.AddCssClass("num");
        count.InnerHtml.Append($"{(page - 1) * PageSize + 1}–{Math.Min(page * PageSize, Total)} of {Total}");

        var list = new TagBuilder("ul");
        if (page > 1) list.InnerHtml.AppendHtml(Item(Link(page - 1, "Previous")));
        var before = 0;
        foreach (var number in Enumerable.Range(1, last).Where(n => n == 1 || n == last || Math.Abs(n - page) <= 1))
        {
            if (number > before + 1) list.InnerHtml.AppendHtml(Item(Words("…")));
            list.InnerHtml.AppendHtml(Item(number == page ? Here(number) : Link(number, $"{number}", $"Page {number}")));
            before = number;
        }
        if (page < last) list.InnerHtml.AppendHtml(Item(Link(page + 1, "Next")));
        output.Content.AppendHtml(count).AppendHtml(list);
    }

    private TagBuilder Link(int number, string words, string? label = null)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = QueryLink.With(ViewContext.HttpContext.Request, Parameter, number == 1 ? null : $"{number}");
        if (label is not null) link.Attributes["aria-label"] = label;
        link.InnerHtml.Append(words);
        return link;
    }

    private static TagBuilder Here(int number)
    {
        var here = Words($"{number}");
        here.Attributes["aria-current"] = "page";
        return here;
    }

    private static TagBuilder Words(string words)
    {
        var span = new TagBuilder("span");
        span.InnerHtml.Append(words);
        return span;
    }

    private static TagBuilder Item(TagBuilder content)
    {
        var item = new TagBuilder("li");
        item.InnerHtml.AppendHtml(content);
        return item;
    }
}
