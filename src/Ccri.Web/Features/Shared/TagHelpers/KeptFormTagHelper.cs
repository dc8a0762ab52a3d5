using System.Globalization;
using System.Reflection;
using Ccri.Web.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>
/// Every <c>&lt;form method="post" class="form"&gt;</c>, and every row of buttons that is a form (<c>class="bar"</c>), gets the key that makes it harmless to send it twice. On a page marked
/// <see cref="KeepsDraftAttribute"/> what is typed is kept on the server every two seconds (drafts.js), and a draft of earlier is offered.
/// </summary>
[HtmlTargetElement("form", Attributes = "[method='post'], [class^='form']")]
[HtmlTargetElement("form", Attributes = "[method='post'], [class='bar']")]
public sealed class KeptFormTagHelper(ProgrammeCalendar calendar, IHtmlGenerator html) : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        output.PostContent.AppendHtml(Hidden(FormKeys.Once, Guid.CreateVersion7().ToString()));
        output.PostContent.AppendHtml(Hidden(FormKeys.Form, FormKeys.AddressOf(request)));
        if (ViewContext.ViewData["DraftFilledIn"] is DateTime filled)
            output.PreElement.AppendHtml(Note($"This is what you had typed on {Moment(filled)}. It is not saved yet.", null));
        else if (ViewContext.ViewData["Draft"] is DateTime kept)
            output.PreElement.AppendHtml(Note($"On {Moment(kept)} you typed something here that was not saved.", QueryLink.With(request, Drafts.Parameter, "1")));
        if ((ViewContext.ActionDescriptor as CompiledPageActionDescriptor)?.ModelTypeInfo?.GetCustomAttribute<KeepsDraftAttribute>() is not null)
            output.PostContent.AppendHtml($"<div class=\"kept small muted\" role=\"status\" data-kept=\"{(HttpMethods.IsPost(request.Method) ? "sent" : "fresh")}\"></div>"); // drafts.js
    }

    private string Moment(DateTime utc) => calendar.Local(utc).ToString("d MMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A form of its own: a second button inside the other one would be the one that Enter presses.</summary>
    private TagBuilder Note(string sentence, string? link)
    {
        var note = new TagBuilder("form");
        note.AddCssClass("note");
        (note.Attributes["method"], note.Attributes["action"]) = ("post", $"{ViewContext.HttpContext.Request.PathBase}/accounts/drafts?handler=Drop");
        var words = new TagBuilder("p");
        words.InnerHtml.Append(sentence).Append(" ");
        if (link is not null)
        {
            var goOn = new TagBuilder("a");
            goOn.Attributes["href"] = link;
            goOn.InnerHtml.Append("Go on with it");
            words.InnerHtml.AppendHtml(goOn).Append(" or ");
        }
        words.InnerHtml.AppendHtml("<button class=\"link\">throw it away</button>.");
        note.InnerHtml.AppendHtml(words).AppendHtml(Hidden(FormKeys.Form, FormKeys.AddressOf(ViewContext.HttpContext.Request))).AppendHtml(html.GenerateAntiforgery(ViewContext));
        return note;
    }

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        (input.Attributes["type"], input.Attributes["name"], input.Attributes["value"]) = ("hidden", name, value);
        input.Attributes["autocomplete"] = "off"; // a browser that goes back must not bring an old key along
        return input;
    }
}
