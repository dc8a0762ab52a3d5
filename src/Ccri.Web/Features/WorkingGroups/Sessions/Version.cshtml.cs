using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

public sealed class VersionModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)] public int Number { get; set; }

    public GetSessionVersion.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Saved = await mediator.Send(new GetSessionVersion.Query(Id, Number), HttpContext.RequestAborted);
}
