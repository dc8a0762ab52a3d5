using Ccri.Web.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>The part of a field that is only there when somebody else saved another text: both, and the choice between them.</summary>
internal static class FieldConflict
{
    /// <summary>What the field held when the form was shown, so that one can tell later who changed it. Only on pages that others edit, too.</summary>
    public static IHtmlContent? Was(ViewContext view, string name, object? model, string type)
    {
        if (view.ActionDescriptor is not CompiledPageActionDescriptor page || !typeof(IEditPage).IsAssignableFrom(page.ModelTypeInfo))
            return null;
        var key = FormKeys.Was + name;
        var was = view.ViewData[key] as string
            ?? view.ModelState.GetValueOrDefault(key)?.AttemptedValue
            ?? (view.HttpContext.Request.HasFormContentType ? view.HttpContext.Request.Form[key].FirstOrDefault() : null)
            ?? FieldText.Of(model, type);
        return Hidden(key, was ?? "");
    }

    public static IHtmlContent Choice(ViewDataDictionary data, string name, string label, IEnumerable<SelectListItem>? options)
    {
        var theirs = data[FormKeys.Theirs + name] as string ?? "";
        var shown = options?.FirstOrDefault(option => option.Value == theirs)?.Text ?? theirs;
        var choice = new TagBuilder("fieldset");
        choice.AddCssClass("choice");
        choice.InnerHtml.AppendHtml("<legend class=\"sr\">").Append($"Which text of “{label}” to keep").AppendHtml("</legend>");
        choice.InnerHtml.AppendHtml(Radio(name, "theirs", false)).AppendHtml("<span><b>Theirs:</b> ").Append(shown.Length == 0 ? "(empty)" : shown).AppendHtml("</span></label>");
        choice.InnerHtml.AppendHtml(Radio(name, "mine", true)).AppendHtml("<span><b>Mine,</b> as it stands below</span></label>");
        choice.InnerHtml.AppendHtml(Hidden(FormKeys.Theirs + name, theirs));
        return choice;
    }

    private static HtmlString Radio(string name, string value, bool isChosen) =>
        new($"<label class=\"tick\"><input type=\"radio\" name=\"{FormKeys.Keep}{name}\" value=\"{value}\"{(isChosen ? " checked" : "")}>");

    private static TagBuilder Hidden(string name, string value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        (input.Attributes["type"], input.Attributes["name"], input.Attributes["value"]) = ("hidden", name, value);
        return input;
    }
}
