using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Findings;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public FindingFilter Filter { get; set; } = new();

    public ListFindings.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
}
