using System.Net;
using Ccri.Web.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;field for="Input.Email" label="E-mail" hint="…" type="email" autocomplete="username" /&gt;</c>: label, hint, the
/// sentence of a refusal and the control, tied together for screen readers. Other attributes (maxlength, class, min …) go to
/// the control. <c>options</c> makes a select, <c>rows</c> a text area, <c>type="checkbox"</c> a tick box, and content between
/// the tags (radio buttons, a list of ticks) is put in a fieldset with the label as its legend.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public string? Autocomplete { get; set; }

    /// <summary>Marks the few fields that may stay empty; all others are needed.</summary>
    public bool Optional { get; set; }

    public IEnumerable<SelectListItem>? Options { get; set; }

    public int Rows { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var entry = ViewContext.ModelState.GetValueOrDefault(name);
        var sentence = entry?.Errors.FirstOrDefault()?.ErrorMessage;

        var isGroup = !content.IsEmptyOrWhiteSpace;
        var isTick = !isGroup && Type == "checkbox";
        var label = Text(isGroup ? "legend" : "label", null, Optional ? $"{Label} (optional)" : Label);
        var hint = Hint is null ? null : Text("span", $"{id}-h", Hint, "hint");
        var error = sentence is null ? null : Text("span", $"{id}-e", sentence, "err");
        var describedBy = string.Join(' ', new[] { hint, error }.OfType<TagBuilder>().Select(part => part.Attributes["id"]));

        IHtmlContent control = content;
        var described = output.Attributes; // a group is described as a whole, a control by itself
        if (!isGroup)
        {
            label.Attributes["for"] = id;
            control = new FieldControl(name, id, Type, Rows, Options).Build(entry, For.Model, attributes =>
            {
                foreach (var attribute in output.Attributes) attributes[attribute.Name] = WebUtility.HtmlDecode($"{attribute.Value}");
                if (Autocomplete is not null) attributes["autocomplete"] = Autocomplete;
                if (sentence is not null) attributes["aria-invalid"] = "true";
                if (describedBy != "") attributes["aria-describedby"] = describedBy;
            });
            described.Clear();
        }
        else
        {
            described.SetAttribute("id", id);
            described.SetAttribute("tabindex", "-1"); // the error summary leads here
            if (describedBy != "") described.SetAttribute("aria-describedby", describedBy);
        }

        output.TagName = isGroup ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", sentence is null ? "f" : "f bad");
        var parts = output.Content;
        parts.Clear();
        if (!isTick) parts.AppendHtml(label);
        if (hint is not null && !isTick) parts.AppendHtml(hint);
        if (error is not null) parts.AppendHtml(error);
        if (ViewContext.ViewData.ContainsKey(FormKeys.Theirs + name)) parts.AppendHtml(FieldConflict.Choice(ViewContext.ViewData, name, Label, Options));
        if (FieldConflict.Was(ViewContext, name, For.Model, Type) is { } was) parts.AppendHtml(was);
        if (isTick)
        {
            parts.AppendHtml("<div class=\"tick\">").AppendHtml(control).AppendHtml(label).AppendHtml("</div>");
            if (hint is not null) parts.AppendHtml(hint);
        }
        else
        {
            parts.AppendHtml(control);
        }
    }

    private static TagBuilder Text(string tag, string? id, string words, string? cssClass = null)
    {
        var element = new TagBuilder(tag);
        if (id is not null) element.Attributes["id"] = id;
        if (cssClass is not null) element.AddCssClass(cssClass);
        element.InnerHtml.Append(words);
        return element;
    }
}
