using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class EditObjectiveModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditObjective.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetObjectiveForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (EditObjective.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        return Leave($"“{Input.Title?.Trim()}” is saved.");
    }

    public async Task<IActionResult> OnPostRemoveAsync()
    {
        var shown = Input.Version;
        Input = (EditObjective.Command)await SavedFormAsync(); // the form beside it, in case it is shown again
        await mediator.Send(new RemoveObjective.Command(Id, shown), HttpContext.RequestAborted);
        return Leave($"“{Form.Form.Title}” is removed.");
    }

    public async Task<object> SavedFormAsync() => (Form = await mediator.Send(new GetObjectiveForm.Query(Code, Id), HttpContext.RequestAborted)).Form;

    private RedirectResult Leave(string sentence)
    {
        TempData["Status"] = sentence;
        return Redirect($"/plans/{Uri.EscapeDataString(Form.Plan.Code)}");
    }
}
