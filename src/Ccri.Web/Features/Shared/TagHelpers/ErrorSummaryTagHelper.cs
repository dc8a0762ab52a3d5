using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>
/// <c>&lt;error-summary /&gt;</c> at the top of a form: every refused answer in one box, each a link to its field (the pattern
/// of GOV.UK). The focus moves there without JavaScript. Nothing is written while there is nothing to mend.
/// </summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ErrorSummaryTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (entry.Key, Sentence: error.ErrorMessage)))
            .OrderBy(error => PlaceOnPage(error.Key), StringComparer.Ordinal)
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        foreach (var (name, value) in ((string, string)[])
            [("class", "errs"), ("id", "errs"), ("role", "group"), ("tabindex", "-1"), ("autofocus", ""), ("aria-labelledby", "errs-h")])
            output.Attributes.SetAttribute(name, value);

        var heading = new TagBuilder("h2");
        heading.Attributes["id"] = "errs-h";
        var fields = errors.Where(error => error.Key != "").Select(error => error.Key).Distinct().Count();
        heading.InnerHtml.Append(fields switch
        {
            0 => "That did not work",
            1 => "Please check 1 answer",
            _ => $"Please check {fields} answers",
        });
        var list = new TagBuilder("ul");
        foreach (var (key, sentence) in errors) list.InnerHtml.AppendHtml(Item(key, sentence));
        output.Content.AppendHtml(heading).AppendHtml(list);
    }

    private static TagBuilder Item(string key, string sentence)
    {
        var item = new TagBuilder("li");
        if (key == "")
        {
            item.InnerHtml.Append(sentence);
            return item;
        }
        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(key, "_");
        link.InnerHtml.Append(sentence);
        item.InnerHtml.AppendHtml(link);
        return item;
    }

    /// <summary>ModelState sorts by name; people read in the order of the fields, which is that of the model's properties.</summary>
    private string PlaceOnPage(string key)
    {
        var place = "";
        ModelMetadata? metadata = ViewContext.ViewData.ModelMetadata;
        foreach (var segment in key.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = segment.Split('[')[0];
            var index = metadata is null ? -1 : metadata.Properties.TakeWhile(p => p.PropertyName != name).Count();
            metadata = index >= 0 && index < metadata!.Properties.Count ? metadata.Properties[index] : null;
            if (segment.Contains('[')) metadata = metadata?.ElementMetadata;
            place += $"{index:D4}{segment[name.Length..],8}";
        }
        return place;
    }
}
