using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Solutions;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class SolutionFilter
{
    [FromQuery(Name = "q")] public string? Q { get; set; }
    [FromQuery(Name = "territory")] public string? Territory { get; set; }
    [FromQuery(Name = "status")] public string? Status { get; set; }
    [FromQuery(Name = "tier")] public string? Tier { get; set; }
    [FromQuery(Name = "phase")] public string? Phase { get; set; }
    [FromQuery(Name = "state")] public string? State { get; set; }

    /// <summary>"yes" or "no".</summary>
    [FromQuery(Name = "supported")] public string? Supported { get; set; }

    /// <summary>A column, with a minus for downwards.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = ListColumns.Parameter)] public string[]? Columns { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool IsSet => new[] { Q, Territory, Status, Tier, Phase, State, Supported }.Any(value => !string.IsNullOrWhiteSpace(value));

    public ListSolutions.Query ToQuery(int size = ListSolutions.PageSize)
    {
        var (sort, descending) = FromAddress.Sort<ListSolutions.SortBy>(Sort);
        return new(Q, Territory?.ToLowerInvariant(), Tier?.ToLowerInvariant(), FromAddress.Known<Phase>(Phase), FromAddress.Known<SolutionState>(State),
            Supported?.ToLowerInvariant() switch { "yes" => true, "no" => false, _ => null }, FromAddress.Known<Rag>(Status), sort ?? ListSolutions.SortBy.Next, descending, FromAddress.Page(P), size);
    }
}
