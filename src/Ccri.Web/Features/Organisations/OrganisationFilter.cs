using Ccri.Domain.Organisations;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Organisations;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class OrganisationFilter
{
    [FromQuery(Name = "q")] public string? Q { get; set; }
    [FromQuery(Name = "role")] public string? Role { get; set; }

    /// <summary>A column, with a minus for downwards.</summary>
    [FromQuery(Name = "sort")] public string? Sort { get; set; }
    [FromQuery(Name = ListColumns.Parameter)] public string[]? Columns { get; set; }
    [FromQuery(Name = "p")] public string? P { get; set; }

    public ListOrganisations.Query ToQuery(int size = ListOrganisations.PageSize)
    {
        var (sort, descending) = FromAddress.Sort<ListOrganisations.SortBy>(Sort);
        return new(Q, FromAddress.Known<OrganisationRoleKind>(Role), FromAddress.Page(P), sort ?? ListOrganisations.SortBy.Name, descending, size);
    }
}
