using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public TerritoryFilter Filter { get; set; } = new();

    public ListTerritories.Answer Territories { get; private set; } = null!;

    public GetTerritoryFilters.Answer Choices { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Territories = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
        Choices = await mediator.Send(new GetTerritoryFilters.Query(), HttpContext.RequestAborted);
    }
}
