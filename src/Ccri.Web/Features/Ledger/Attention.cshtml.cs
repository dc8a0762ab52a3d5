using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Ledger;

public sealed class AttentionModel(IMediator mediator) : PageModel
{
    public GetAttention.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new GetAttention.Query(), HttpContext.RequestAborted);
}
