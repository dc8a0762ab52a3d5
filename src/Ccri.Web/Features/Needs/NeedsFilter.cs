using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Needs;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class NeedsFilter
{
    [FromQuery(Name = "tier")] public string? Tier { get; set; }
    [FromQuery(Name = "country")] public string? Country { get; set; }

    /// <summary>"all" counts those that are over, too; only open ones otherwise.</summary>
    [FromQuery(Name = "state")] public string? State { get; set; }

    /// <summary>"name"; the most and gravest first otherwise.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }

    public bool IsSet => !string.IsNullOrWhiteSpace(Tier) || !string.IsNullOrWhiteSpace(Country);

    public bool WithAll => string.Equals(State, "all", StringComparison.OrdinalIgnoreCase);

    public bool ByName => FromAddress.Known<ListNeeds.Order>(Sort) == ListNeeds.Order.Name;

    public ListNeeds.Query ToQuery() => new(Tier?.ToLowerInvariant(), Country?.ToUpperInvariant(), WithAll, ByName ? ListNeeds.Order.Name : ListNeeds.Order.Weight);
}
