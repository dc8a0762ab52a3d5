using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Indicators;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public PeriodFilter Filter { get; set; } = new();

    public GetProgrammeIndicators.Answer Indicators { get; private set; } = null!;

    public async Task OnGetAsync() => Indicators = await mediator.Send(new GetProgrammeIndicators.Query(Filter.Choice), HttpContext.RequestAborted);
}
