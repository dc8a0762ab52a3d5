using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "p")] public string? P { get; set; }

    public ListPeriods.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new ListPeriods.Query(FromAddress.Page(P)), HttpContext.RequestAborted);
}
