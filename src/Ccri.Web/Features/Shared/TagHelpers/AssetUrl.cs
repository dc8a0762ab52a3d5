using Microsoft.AspNetCore.Components;

namespace Ccri.Web.Features.Shared.TagHelpers;

/// <summary>
/// The fingerprinted address of a file of ours, for the places that the built-in tag helpers do not cover
/// (&lt;use href&gt;, the map). Files behind url() in CSS have no fingerprint; their folder carries a version instead.
/// </summary>
public static class AssetUrl
{
    /// <param name="context">The request that is being answered.</param>
    /// <param name="path">The path below wwwroot, without a leading slash: "icons.svg".</param>
    public static string For(HttpContext context, string path) =>
        $"{context.Request.PathBase}/{context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>()?[path] ?? path}";
}
