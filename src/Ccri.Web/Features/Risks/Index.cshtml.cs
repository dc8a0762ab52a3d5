using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Risks;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    public ListRisks.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync(string slug) => Found = await mediator.Send(new ListRisks.Query(slug), HttpContext.RequestAborted);
}
