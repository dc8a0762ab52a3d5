using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class NewProjectModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateProject.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public GetProjectForm.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new CreateProject.Command { Number = Offered.Form.Number, Currency = Offered.Form.Currency };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        var id = await mediator.Send(Input with { PlanCode = Code }, HttpContext.RequestAborted);
        TempData["Status"] = "The project is saved. Add its funding next.";
        return Redirect($"/plans/{Uri.EscapeDataString(Code)}/projects/{id}");
    }

    private async Task LoadAsync() => Offered = await mediator.Send(new GetProjectForm.Query(Code), HttpContext.RequestAborted);
}
