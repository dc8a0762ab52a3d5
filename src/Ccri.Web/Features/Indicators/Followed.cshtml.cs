using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

public sealed class FollowedModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "")] public PeriodFilter Filter { get; set; } = new();

    public GetFollowers.Answer Followers { get; private set; } = null!;

    public async Task OnGetAsync() => Followers = await mediator.Send(new GetFollowers.Query(Code, Filter.Choice), HttpContext.RequestAborted);
}
