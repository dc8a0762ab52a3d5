using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

public sealed class ReturnModel(IMediator mediator) : PageModel
{
    [BindProperty] public ReturnReport.Command Input { get; set; } = new("", "", null);

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    public GetTerritoryReport.Answer Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Shown = await mediator.Send(new GetTerritoryReport.Query(Code, Slug), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code, Slug = Slug }, HttpContext.RequestAborted);
        TempData["Status"] = $"The report of {Shown.Territory} is returned.";
        return Redirect($"/reports/{Shown.Code}/territories/{Uri.EscapeDataString(Slug)}");
    }
}
