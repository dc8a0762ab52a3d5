using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class SheetModel(IMediator mediator) : PageModel
{
    public GetTerritorySheet.Sheet Sheet { get; private set; } = null!;

    public async Task OnGetAsync(string slug) => Sheet = await mediator.Send(new GetTerritorySheet.Query(slug), HttpContext.RequestAborted);
}
