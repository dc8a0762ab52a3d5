using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

[KeepsDraft]
public sealed class ActorModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public SaveActor.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    /// <summary>Empty for a new one.</summary>
    [BindProperty(SupportsGet = true)] public Guid? Id { get; set; }

    public SaveActor.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (SaveActor.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Code = Code, Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The solution is saved.";
        return Redirect($"/solutions/{Saved.Form.Code}#actors");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        await SavedFormAsync();
        await mediator.Send(new RemoveActor.Command(Id ?? Guid.Empty), HttpContext.RequestAborted);
        TempData["Status"] = "It is removed; the audit keeps it.";
        return Redirect($"/solutions/{Saved.Form.Code}#actors");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new SaveActor.Query(Code, Id), HttpContext.RequestAborted)).Form;
}
