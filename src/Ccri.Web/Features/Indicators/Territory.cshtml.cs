using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

public sealed class TerritoryModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "")] public PeriodFilter Filter { get; set; } = new();

    public GetTerritoryIndicators.Answer Indicators { get; private set; } = null!;

    public async Task OnGetAsync() => Indicators = await mediator.Send(new GetTerritoryIndicators.Query(Slug, Filter.Choice), HttpContext.RequestAborted);
}
