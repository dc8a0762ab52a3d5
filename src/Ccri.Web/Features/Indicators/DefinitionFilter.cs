using Ccri.Domain.Indicators;
using Ccri.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Indicators;

/// <summary>The filter as it stands in the address; the page and the CSV read the same one.</summary>
public sealed class DefinitionFilter
{
    [FromQuery(Name = "q")] public string? Q { get; set; }
    [FromQuery(Name = "framework")] public string? Framework { get; set; }
    [FromQuery(Name = "level")] public string? Level { get; set; }

    public ListDefinitions.Query ToQuery() => new(Q, Framework, FromAddress.Known<IndicatorLevel>(Level));
}
