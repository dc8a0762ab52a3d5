using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class EditProjectModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditProject.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public GetProjectForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditProject.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The project is saved.";
        return Redirect($"/plans/{Uri.EscapeDataString(Code)}/projects/{Id}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new GetProjectForm.Query(Code, Id), HttpContext.RequestAborted)).Form;
}
