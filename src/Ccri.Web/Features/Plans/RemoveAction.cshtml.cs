using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class RemoveActionModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public RemoveAction.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetActionForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (RemoveAction.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = $"Action {Form.Form.Number} is removed.";
        return Redirect($"/plans/{Uri.EscapeDataString(Form.Plan.Code)}/actions");
    }

    public async Task<object> SavedFormAsync()
    {
        Form = await mediator.Send(new GetActionForm.Query(Code, Id), HttpContext.RequestAborted);
        return new RemoveAction.Command { Id = Id, Version = Form.Form.Version };
    }
}
