using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reports;

public sealed class EditModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public MovePeriod.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    /// <summary>As it is saved, whatever is typed.</summary>
    public MovePeriod.Command Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (MovePeriod.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The period is saved.";
        return Redirect($"/reports/{Saved.Code}");
    }

    public async Task<object> SavedFormAsync() => Saved = await mediator.Send(new MovePeriod.Query(Code), HttpContext.RequestAborted);
}
