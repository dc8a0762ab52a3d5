using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

public sealed class SupportModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public SupportSolution.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public SupportSolution.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (SupportSolution.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = Input.IsSupported ? "The office supports this solution." : "The office does not support this solution.";
        return Redirect($"/solutions/{Saved.Form.Code}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new SupportSolution.Query(Code), HttpContext.RequestAborted)).Form;
}
