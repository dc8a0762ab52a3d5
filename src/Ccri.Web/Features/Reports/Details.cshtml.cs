using Ccri.Domain.Reports;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Shared.TagHelpers;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

/// <summary>One period.</summary>
public sealed class DetailsModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [FromQuery(Name = "state")] public string? State { get; set; }

    public ReportState? Known => FromAddress.Known<ReportState>(State);

    public GetPeriod.Answer Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Shown = await mediator.Send(new GetPeriod.Query(Code, Known), HttpContext.RequestAborted);

    public BadgeKind Badge(GetPeriod.Row row) => row.State switch
    {
        ReportState.Approved => BadgeKind.Done,
        ReportState.Submitted => BadgeKind.Info,
        ReportState.Returned => BadgeKind.Late,
        _ => BadgeKind.Neutral,
    };
}
