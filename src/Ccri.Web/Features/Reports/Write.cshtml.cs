using Ccri.Web.Errors;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

/// <summary>The two texts of a report.</summary>
[KeepsDraft]
public sealed class WriteModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public WriteReport.Command Input { get; set; } = new("", "", null, null);

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    public GetTerritoryReport.Answer Shown { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (WriteReport.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code, Slug = Slug }, HttpContext.RequestAborted);
        TempData["Status"] = "The texts are saved.";
        return Redirect($"/reports/{Shown.Code}/territories/{Uri.EscapeDataString(Slug)}");
    }

    public async Task<object> SavedFormAsync()
    {
        Shown = await mediator.Send(new GetTerritoryReport.Query(Code, Slug), HttpContext.RequestAborted);
        if (!Shown.MayEdit)
            throw new NotAllowedException("You may not change this territory. Ask the support officer who looks after it.");
        return new WriteReport.Command(Shown.Code, Slug, Shown.Summary, Shown.Next, Shown.Version);
    }
}
