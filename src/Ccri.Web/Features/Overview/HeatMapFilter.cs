using Ccri.Domain.Programme;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Overview;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class HeatMapFilter
{
    [FromQuery(Name = "status")] public string? Status { get; set; }
    [FromQuery(Name = "tier")] public string? Tier { get; set; }
    [FromQuery(Name = "group")] public string? Group { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool IsSet => new[] { Status, Tier, Group }.Any(value => !string.IsNullOrWhiteSpace(value));

    public GetHeatMap.Query ToQuery(int size = GetHeatMap.PageSize) => new(FromAddress.Known<Rag>(Status), Tier?.ToLowerInvariant(), Group, FromAddress.Page(P), size);
}
