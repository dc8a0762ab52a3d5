using Ccri.Domain.Territories;
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

    /// <summary>A column, with a minus for downwards.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool IsSet => new[] { Q, Tier, Type, Country, Group, Gap }.Any(value => !string.IsNullOrWhiteSpace(value));

    /// <summary>Whatever an old link or a mistyped address holds that does not exist is left out, not refused.</summary>
    public ListTerritories.Query ToQuery(int size = ListTerritories.PageSize) => new(
        Q, Tier?.ToLowerInvariant(), Known<TerritoryType>(Type), Country?.ToUpperInvariant(), Group, Known<RegisterGap>(Gap),
        Known<ListTerritories.SortBy>(Sort?.TrimStart('-')) ?? ListTerritories.SortBy.Attention, Sort?.StartsWith('-') ?? false,
        int.TryParse(P, out var page) && page > 0 ? page : 1, size);

    private static T? Known<T>(string? name) where T : struct, Enum =>
        Array.Find(Enum.GetNames<T>(), known => known.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found ? Enum.Parse<T>(found) : null;
}
