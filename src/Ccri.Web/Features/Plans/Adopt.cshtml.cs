using Ccri.Domain.Plans;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class AdoptModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public AdoptPlan.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public AdoptPlan.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (AdoptPlan.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code, IsCorrection = Saved.Form.IsCorrection }, HttpContext.RequestAborted);
        TempData["Status"] = Saved.Form.IsCorrection ? "The adoption is put right." : Words.Done(PlanStep.Adopt);
        return Redirect($"/plans/{Code}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new AdoptPlan.Query(Code), HttpContext.RequestAborted)).Form;
}
