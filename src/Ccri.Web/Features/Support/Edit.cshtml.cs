using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Support;

[KeepsDraft]
public sealed class EditModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditSupport.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public EditSupport.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditSupport.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The activity is saved.";
        return Redirect($"/support/{Id}");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var version = Input.Version;
        Input = (EditSupport.Command)await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(new RemoveSupport.Command(Id, version), HttpContext.RequestAborted);
        TempData["Status"] = "The activity is removed.";
        return Redirect("/support");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new EditSupport.Query(Id), HttpContext.RequestAborted)).Form;
}
