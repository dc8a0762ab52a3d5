using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.WorkingGroups.Documents;

public sealed class GroupReportModel(IMediator mediator) : PageModel
{
    public GetGroupReport.Answer Report { get; private set; } = null!;

    public async Task OnGetAsync(string code) => Report = await mediator.Send(new GetGroupReport.Query(code), HttpContext.RequestAborted);
}
