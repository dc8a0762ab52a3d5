using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

[KeepsDraft]
public sealed class StateModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public ChangeState.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public ChangeState.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (ChangeState.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The state is changed; the history keeps both.";
        return Redirect($"/solutions/{Saved.Form.Code}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new ChangeState.Query(Code), HttpContext.RequestAborted)).Form;
}
