using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class EditModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditPlan.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    /// <summary>As it is saved, whatever is typed.</summary>
    public GetPlanForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditPlan.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The plan is saved.";
        return Redirect($"/plans/{Code}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new GetPlanForm.Query(Code), HttpContext.RequestAborted)).Form;
}
