using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class ProjectModel(IMediator mediator) : PageModel
{
    public GetProject.Details Project { get; private set; } = null!;

    public async Task OnGetAsync(string code, Guid id) => Project = await mediator.Send(new GetProject.Query(code, id), HttpContext.RequestAborted);
}
