using Ccri.Domain.Reports;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

public sealed class PreviewModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Kind { get; set; } = "";

    public ReportPreview Shown { get; private set; } = null!;

    public async Task OnGetAsync(string code, string slug) => Shown =
        await mediator.Send(new PreviewReport.Query(code, slug, FromAddress.Known<ReportKind>(Kind) ?? throw new NotFoundException("Report", Kind)), HttpContext.RequestAborted);
}
