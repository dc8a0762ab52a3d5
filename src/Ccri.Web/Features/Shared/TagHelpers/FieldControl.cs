using System.Globalization;
using Ccri.Web.Forms;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>The control inside a <see cref="FieldTagHelper"/>: an input, a text area or a select.</summary>
internal sealed class FieldControl(string name, string id, string type, int rows, IEnumerable<SelectListItem>? options)
{
    public IHtmlContent Build(ModelStateEntry? entry, object? model, Action<AttributeDictionary> decorate)
    {
        var value = entry?.AttemptedValue ?? FieldText.Of(model, type); // after a refusal, what was typed stays
        var control = options is not null ? Select(value) : rows > 0 ? TextArea(value) : Input(value);
        control.Attributes["name"] = name;
        control.Attributes["id"] = id;
        decorate(control.Attributes);
        if (type != "checkbox") return control;

        // A box that is not ticked posts nothing; the hidden twin says "false" then.
        return new HtmlContentBuilder().AppendHtml(control).AppendHtml($"<input type=\"hidden\" name=\"{name}\" value=\"false\">");
    }

    private TagBuilder Input(string? value)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        if (type == "checkbox")
        {
            input.Attributes["value"] = "true";
            if (value is not null && value.StartsWith("true", StringComparison.OrdinalIgnoreCase)) input.Attributes["checked"] = "checked";
        }
        else if (type is not ("password" or "file")) // a password is never written back
        {
            input.Attributes["value"] = value ?? "";
        }
        return input;
    }

    private TagBuilder TextArea(string? value)
    {
        var area = new TagBuilder("textarea");
        area.Attributes["rows"] = rows.ToString(CultureInfo.InvariantCulture);
        area.InnerHtml.AppendHtml("\n").Append(value ?? ""); // browsers swallow the first line break
        return area;
    }

    private TagBuilder Select(string? value)
    {
        var select = new TagBuilder("select");
        TagBuilder? group = null; // neighbours of the same group stand under its name
        foreach (var item in options!)
        {
            if (group?.Attributes["label"] != item.Group?.Name)
            {
                group = item.Group is null ? null : new TagBuilder("optgroup");
                if (group is not null)
                {
                    group.Attributes["label"] = item.Group!.Name;
                    select.InnerHtml.AppendHtml(group);
                }
            }
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value ?? item.Text;
            if (value is null ? item.Selected : option.Attributes["value"] == value) option.Attributes["selected"] = "selected";
            option.InnerHtml.Append(item.Text);
            (group ?? select).InnerHtml.AppendHtml(option);
        }
        return select;
    }
}
