using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty] public OpenPeriod.Command Input { get; set; } = new("", "");

    public async Task OnGetAsync() => Input = await mediator.Send(new OpenPeriod.Query(), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = $"{(string.IsNullOrWhiteSpace(Input.Name) ? Input.Code : Input.Name)} is there. Every territory that takes part has its report.";
        return Redirect($"/reports/{Uri.EscapeDataString(Input.Code.Trim())}");
    }
}
