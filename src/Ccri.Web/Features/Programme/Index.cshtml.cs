using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    public GetProgramme.Answer Programme { get; private set; } = null!;

    public async Task OnGetAsync() => Programme = await mediator.Send(new GetProgramme.Query(), HttpContext.RequestAborted);
}
