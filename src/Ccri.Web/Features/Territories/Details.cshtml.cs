using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class DetailsModel(IMediator mediator) : PageModel
{
    public GetTerritory.Details Territory { get; private set; } = null!;

    public async Task OnGetAsync(string slug) => Territory = await mediator.Send(new GetTerritory.Query(slug), HttpContext.RequestAborted);
}
