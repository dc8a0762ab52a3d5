using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Documents;

public sealed class MinutesModel(IMediator mediator) : PageModel
{
    public GetMinutes.Answer Minutes { get; private set; } = null!;

    public async Task OnGetAsync(Guid id) => Minutes = await mediator.Send(new GetMinutes.Query(id), HttpContext.RequestAborted);
}
