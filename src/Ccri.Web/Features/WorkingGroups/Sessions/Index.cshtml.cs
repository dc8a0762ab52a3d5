using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public SessionFilter Filter { get; set; } = new();

    public ListSessions.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
}
