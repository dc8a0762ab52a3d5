using Ccri.Domain.Programme;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Territories;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class TerritoryFilter
{
    [FromQuery(Name = "q")] public string? Q { get; set; }
    [FromQuery(Name = "tier")] public string? Tier { get; set; }
    [FromQuery(Name = "type")] public string? Type { get; set; }
    [FromQuery(Name = "country")] public string? Country { get; set; }
    [FromQuery(Name = "group")] public string? Group { get; set; }
    [FromQuery(Name = "gap")] public string? Gap { get; set; }
    [FromQuery(Name = "status")] public string? Status { get; set; }

    /// <summary>"true": only those without a contact for long.</summary>
    [FromQuery(Name = "quiet")] public string? Quiet { get; set; }

    /// <summary>A column, with a minus for downwards.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = ListColumns.Parameter)] public string[]? Columns { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool IsSet => new[] { Q, Tier, Type, Country, Group, Gap, Status, Quiet }.Any(value => !string.IsNullOrWhiteSpace(value));

    public bool IsQuiet => string.Equals(Quiet, "true", StringComparison.OrdinalIgnoreCase);

    public ListTerritories.Query ToQuery(int size = ListTerritories.PageSize)
    {
        var (sort, descending) = FromAddress.Sort<ListTerritories.SortBy>(Sort);
        return new(Q, Tier?.ToLowerInvariant(), FromAddress.Known<TerritoryType>(Type), Country?.ToUpperInvariant(), Group, FromAddress.Known<RegisterGap>(Gap), FromAddress.Known<Rag>(Status), IsQuiet,
            sort ?? ListTerritories.SortBy.Attention, descending, FromAddress.Page(P), size);
    }
}
