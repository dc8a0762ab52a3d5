using Ccri.Domain.Plans;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Plans;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class ProjectFilter
{
    [FromQuery(Name = "q")] public string? Q { get; set; }
    [FromQuery(Name = "stage")] public string? Stage { get; set; }
    [FromQuery(Name = "sector")] public string? Sector { get; set; }
    [FromQuery(Name = "solution")] public string? Solution { get; set; }

    /// <summary>"open": only projects with a gap.</summary>
    [FromQuery(Name = "gap")] public string? Gap { get; set; }

    /// <summary>A column, with a minus for downwards.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public bool HasGap => string.Equals(Gap, "open", StringComparison.OrdinalIgnoreCase);

    public ListProjects.Query ToQuery(string code, int size = ListProjects.PageSize)
    {
        var (sort, descending) = FromAddress.Sort<ListProjects.SortBy>(Sort);
        return new(code, Q, FromAddress.Known<ProjectStage>(Stage), Sector, Solution, HasGap, sort ?? ListProjects.SortBy.Gate, descending, FromAddress.Page(P), size);
    }
}
