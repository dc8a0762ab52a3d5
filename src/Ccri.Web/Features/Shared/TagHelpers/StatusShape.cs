using Ccri.Domain.Programme;
using Ccri.Web.Charts;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>What a status looks like and is called, the same on every page and on the map.</summary>
/// <param name="Key">The name of the icon and of the CSS class.</param>
/// <param name="Words">What it says.</param>
/// <param name="Mark">Its shape on the map.</param>
public sealed record StatusShape(string Key, string Words, MarkKind Mark)
{
    public static StatusShape Of(Rag status) => status switch
    {
        Rag.OnTrack => new("ok", "On track", MarkKind.Circle),
        Rag.AtRisk => new("risk", "At risk", MarkKind.Triangle),
        Rag.OffTrack => new("off", "Off track", MarkKind.Square),
        Rag.NoData => new("none", "No data", MarkKind.Ring),
        Rag.Complete => new("complete", "Complete", MarkKind.Diamond),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "This status has no shape yet."),
    };
}
