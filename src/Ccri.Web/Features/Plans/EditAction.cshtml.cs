using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class EditActionModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditAction.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetActionForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Form.Form;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The action is saved.";
        return Redirect($"/plans/{Uri.EscapeDataString(Form.Plan.Code)}/actions/{Id}");
    }

    /// <summary>Ticks are no text of which one could be chosen: where they differ, one is told what the other ticked, and ticks again.</summary>
    public async Task<object> SavedFormAsync()
    {
        await LoadAsync();
        if (!Form.Form.Levers.ToHashSet().SetEquals(Input.Levers))
        {
            var theirs = string.Join(", ", Form.Offered.Levers.Where(l => Form.Form.Levers.Contains(l.Id)).Select(l => l.Name));
            ModelState.AddModelError("Input.Levers", $"Levers: what is saved is {(theirs.Length == 0 ? "none" : theirs)}. Tick all that should hold.");
        }
        return Form.Form;
    }

    private async Task LoadAsync() => Form = await mediator.Send(new GetActionForm.Query(Code, Id), HttpContext.RequestAborted);
}
