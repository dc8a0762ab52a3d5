using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

[KeepsDraft]
public sealed class EditRoleModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditRole.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public GetRole.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditRole.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The role is saved.";
        return Redirect($"/organisations/{Saved.OrganisationId}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new GetRole.Query(Id), HttpContext.RequestAborted)).Form;
}
