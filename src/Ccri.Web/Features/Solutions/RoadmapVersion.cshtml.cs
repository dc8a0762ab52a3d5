using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

public sealed class RoadmapVersionModel(IMediator mediator) : PageModel
{
    public GetRoadmapVersion.Answer Kept { get; private set; } = null!;

    public async Task OnGetAsync(string code, int number) => Kept = await mediator.Send(new GetRoadmapVersion.Query(code, number), HttpContext.RequestAborted);
}
