using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class TiersModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ListTiers.Row> Tiers { get; private set; } = [];

    public async Task OnGetAsync() => Tiers = await mediator.Send(new ListTiers.Query(), HttpContext.RequestAborted);
}
