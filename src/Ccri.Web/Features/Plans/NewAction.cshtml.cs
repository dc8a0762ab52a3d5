using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class NewActionModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateAction.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public GetActionForm.Answer Form { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = Input with { Currency = Form.Form.Currency };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        var id = await mediator.Send(Input with { Code = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The action is added.";
        return Redirect($"/plans/{Uri.EscapeDataString(Form.Plan.Code)}/actions/{id}");
    }

    private async Task LoadAsync() => Form = await mediator.Send(new GetActionForm.Query(Code), HttpContext.RequestAborted);
}
