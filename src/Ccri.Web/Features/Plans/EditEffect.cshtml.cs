using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class EditEffectModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditEffect.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetEffectForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditEffect.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The effect is saved.";
        return Redirect(Form.Back);
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var shown = Input.Version;
        Input = (EditEffect.Command)await SavedFormAsync(); // the form beside it, in case it is shown again
        await mediator.Send(new RemoveEffect.Command(Id, shown), HttpContext.RequestAborted);
        TempData["Status"] = "The effect is removed.";
        return Redirect(Form.Back);
    }

    public async Task<object> SavedFormAsync() => (Form = await mediator.Send(new GetEffectForm.Query(Code, Id), HttpContext.RequestAborted)).Form;
}
