using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

public sealed class RoundModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetRound.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new GetRound.Query(Slug, Id), HttpContext.RequestAborted);
}
