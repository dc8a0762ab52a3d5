using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

public sealed class ReopenModel(IMediator mediator) : PageModel
{
    [BindProperty] public ReopenPeriod.Command Input { get; set; } = new("", null);

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public GetFreezing.Answer Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Shown = await mediator.Send(new GetFreezing.Query(Code), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = $"{Shown.Name} is open again. Freezing it makes revision {Shown.Revision + 1}.";
        return Redirect($"/reports/{Shown.Code}");
    }
}
