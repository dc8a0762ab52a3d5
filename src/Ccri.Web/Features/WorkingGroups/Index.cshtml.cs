using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ListWorkingGroups.Row> Groups { get; private set; } = [];

    public async Task OnGetAsync() => Groups = await mediator.Send(new ListWorkingGroups.Query(), HttpContext.RequestAborted);
}
