using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Plans;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class ActionFilter
{
    [FromQuery(Name = "q")] public string? Q { get; set; }
    [FromQuery(Name = "objective")] public string? Objective { get; set; }
    [FromQuery(Name = "lever")] public string? Lever { get; set; }
    [FromQuery(Name = "status")] public string? Status { get; set; }
    [FromQuery(Name = "solution")] public string? Solution { get; set; }

    /// <summary>"atrisk", "offtrack" and so on: how it stands.</summary>
    [FromQuery(Name = "standing")] public string? Standing { get; set; }

    /// <summary>"1": only what is late.</summary>
    [FromQuery(Name = "late")] public string? Late { get; set; }

    /// <summary>A column, with a minus for downwards.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool IsSet => new[] { Q, Objective, Lever, Status, Solution, Standing, Late }.Any(value => !string.IsNullOrWhiteSpace(value));

    public ListActions.Query ToQuery(string code, int size = ListActions.PageSize)
    {
        var (sort, descending) = FromAddress.Sort<ListActions.SortBy>(Sort);
        return new(code, Q, Id(Objective), Id(Lever), FromAddress.Known<ActionStatus>(Status), Id(Solution), FromAddress.Known<Rag>(Standing), Late == "1", sort ?? ListActions.SortBy.Late, descending, FromAddress.Page(P), size);
    }

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
