using Ccri.Web.Charts;
using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

public sealed class RoadmapModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "p")] public string? P { get; set; }

    public GetRoadmap.Answer Roadmap { get; private set; } = null!;

    public RoadmapTimeline Timeline => SolutionCharts.Roadmap(Roadmap.Milestones);

    public async Task OnGetAsync(string code) => Roadmap = await mediator.Send(new GetRoadmap.Query(code, FromAddress.Page(P)), HttpContext.RequestAborted);
}
