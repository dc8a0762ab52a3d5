using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class RemoveProjectModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public RemoveProject.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetProjectForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (RemoveProject.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The project is removed.";
        return Redirect($"/plans/{Uri.EscapeDataString(Code)}");
    }

    public async Task<object> SavedFormAsync()
    {
        Saved = await mediator.Send(new GetProjectForm.Query(Code, Id), HttpContext.RequestAborted);
        return new RemoveProject.Command { Id = Id, Version = Saved.Form.Version };
    }
}
