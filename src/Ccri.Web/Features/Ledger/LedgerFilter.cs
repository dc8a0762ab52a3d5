using Ccri.Domain.Needs;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Ledger;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class LedgerFilter
{
    [FromQuery(Name = "territory")] public string? Territory { get; set; }
    [FromQuery(Name = "tier")] public string? Tier { get; set; }
    [FromQuery(Name = "state")] public string? State { get; set; }
    [FromQuery(Name = "dimension")] public string? Dimension { get; set; }

    /// <summary>"true" for what nobody has served yet.</summary>
    [FromQuery(Name = "unserved")] public string? Unserved { get; set; }

    /// <summary>A column, with a minus for downwards.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool IsUnserved => string.Equals(Unserved, "true", StringComparison.OrdinalIgnoreCase);

    public bool IsSet => new[] { Territory, Tier, State, Dimension, Unserved }.Any(value => !string.IsNullOrWhiteSpace(value));

    public GetLedger.Query ToQuery(int size = GetLedger.PageSize)
    {
        var (sort, descending) = FromAddress.Sort<GetLedger.SortBy>(Sort);
        return new(Territory?.ToLowerInvariant(), Tier?.ToLowerInvariant(), FromAddress.Known<NeedState>(State), Dimension, IsUnserved, sort ?? GetLedger.SortBy.Waited, sort is null || descending, FromAddress.Page(P), size);
    }
}
