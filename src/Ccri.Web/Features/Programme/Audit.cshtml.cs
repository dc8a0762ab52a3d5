using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class AuditModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public AuditFilter Filter { get; set; } = new();

    public ListAudit.Answer Changes { get; private set; } = null!;

    public GetAuditFilters.Answer Choices { get; private set; } = null!;

    public ListSavedFilters.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Changes = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
        Choices = await mediator.Send(new GetAuditFilters.Query(), HttpContext.RequestAborted);
        Saved = await mediator.Send(new ListSavedFilters.Query(FilteredList.Audit.Key, Request.QueryString.Value), HttpContext.RequestAborted);
    }
}
