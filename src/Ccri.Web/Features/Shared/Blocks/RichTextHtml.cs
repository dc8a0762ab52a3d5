using Ccri.Web.Rendering;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Ccri.Web.Features.Shared.Blocks;

/// <summary>Runs as HTML. Not a partial: a template would leave white space between a link and the full stop after it.</summary>
public static class RichTextHtml
{
    public static IHtmlContent Of(RichText text)
    {
        var html = new HtmlContentBuilder();
        foreach (var run in text.Runs)
        {
            var content = run.Strong ? Wrap("strong", run.Text) : new HtmlContentBuilder().Append(run.Text);
            if (run.Href is { } href)
            {
                var link = new TagBuilder("a");
                link.Attributes["href"] = href;
                link.InnerHtml.AppendHtml(content);
                content = link;
            }
            html.AppendHtml(content);
        }
        return html;
    }

    private static IHtmlContent Wrap(string tag, string text)
    {
        var element = new TagBuilder(tag);
        element.InnerHtml.Append(text);
        return element;
    }
}
