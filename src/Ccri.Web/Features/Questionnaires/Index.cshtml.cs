using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Questionnaires;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    public IReadOnlyList<ListQuestionnaires.Row> Found { get; private set; } = [];

    public async Task OnGetAsync() => Found = await mediator.Send(new ListQuestionnaires.Query(), HttpContext.RequestAborted);
}
