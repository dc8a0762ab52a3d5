using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class EditFundingLineModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditFundingLine.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Project { get; set; }

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public GetFundingLineForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditFundingLine.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The funding is saved.";
        return Redirect($"/plans/{Uri.EscapeDataString(Code)}/projects/{Project}");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new GetFundingLineForm.Query(Code, Project, Id), HttpContext.RequestAborted)).Form;
}
