using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

public sealed class OverviewModel(IMediator mediator) : PageModel
{
    public ReportPreview Shown { get; private set; } = null!;

    public async Task OnGetAsync(string code) => Shown = await mediator.Send(new PreviewQuarter.Query(code), HttpContext.RequestAborted);
}
