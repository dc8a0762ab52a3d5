using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Risks;

public sealed class EditModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditRisk.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public GetRiskForm.Answer Saved { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditRisk.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        return Return("It is saved.");
    }

    public async Task<IActionResult> OnPostReopenAsync()
    {
        await SavedFormAsync();
        Input = Saved.Form;
        await mediator.Send(new ReopenRisk.Command(Id), HttpContext.RequestAborted);
        return Return("It is open again.");
    }

    public async Task<object> SavedFormAsync() => (Saved = await mediator.Send(new GetRiskForm.Query(Id), HttpContext.RequestAborted)).Form;

    private RedirectResult Return(string said)
    {
        TempData["Status"] = said;
        return Redirect($"/territories/{Saved.Slug}/risks");
    }
}
