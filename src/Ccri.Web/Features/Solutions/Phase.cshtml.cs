using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

public sealed class PhaseModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EnterPhase.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public EnterPhase.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EnterPhase.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The phase is recorded.";
        return Redirect($"/solutions/{Saved.Form.Code}");
    }

    public async Task<IActionResult> OnPostBackAsync()
    {
        await SavedFormAsync();
        await mediator.Send(new LeavePhase.Command(Code, Input.Version), HttpContext.RequestAborted);
        TempData["Status"] = "The last phase is taken back.";
        return Redirect($"/solutions/{Saved.Form.Code}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new EnterPhase.Query(Code), HttpContext.RequestAborted)).Form;
}
