using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Overview;

public sealed class HeatMapModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public HeatMapFilter Filter { get; set; } = new();

    public GetHeatMap.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
}
