using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Overview;

public sealed class DueModel(IMediator mediator) : PageModel
{
    public string? Slug { get; private set; }

    public GetDue.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync(string? territory, string? p) =>
        (Slug, Found) = (territory, await mediator.Send(new GetDue.Query(territory, FromAddress.Page(p)), HttpContext.RequestAborted));
}
