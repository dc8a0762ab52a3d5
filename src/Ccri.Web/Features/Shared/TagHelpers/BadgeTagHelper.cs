using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>What a badge is about. The words inside it say it; the outline only repeats them.</summary>
public enum BadgeKind
{
    /// <summary>A plain mark: "Pilot", "Draft".</summary>
    Neutral,

    /// <summary>A fact that nobody has confirmed yet; dashed and quiet.</summary>
    Unconfirmed,

    /// <summary>Something is missing and somebody must fill it: "To be named"; dashed, in the colour of late things.</summary>
    Open,

    /// <summary>Something new or worth knowing: "New", "Your group".</summary>
    Info,

    /// <summary>Finished or confirmed: "Frozen", "Confirmed".</summary>
    Done,

    /// <summary>Over its date; a thick outline.</summary>
    Late,
}

/// <summary><c>&lt;badge kind="Open"&gt;To be named&lt;/badge&gt;</c></summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTagHelper : TagHelper
{
    public BadgeKind Kind { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", Kind == BadgeKind.Neutral ? "badge" : $"badge {Kind.ToString().ToLowerInvariant()}");
    }
}
