using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class CohortsModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ListCohorts.Row> Cohorts { get; private set; } = [];

    public async Task OnGetAsync() => Cohorts = await mediator.Send(new ListCohorts.Query(), HttpContext.RequestAborted);
}
