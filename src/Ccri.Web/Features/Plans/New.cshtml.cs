using Ccri.Domain.Plans;
using Ccri.Web.Features.Shared;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreatePlan.Command Input { get; set; } = new();

    public GetPlanForm.Answer Form { get; private set; } = null!;

    /// <param name="territory">Chosen beforehand, where the link came from; so is the kind.</param>
    public async Task OnGetAsync(string? territory, string? kind)
    {
        await LoadAsync(territory);
        Input = new CreatePlan.Command
        {
            Territory = territory ?? (Form.Territories is [var only] ? only.Code : null), Kind = FromAddress.Known<PlanKind>(kind) ?? PlanKind.Ceap, Currency = Money.Euro,
        };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(Input.Territory); // for the page, in case it is shown again
        var code = await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = "The plan is saved.";
        return Redirect($"/plans/{code}");
    }

    private async Task LoadAsync(string? territory) => Form = await mediator.Send(new GetPlanForm.Query(Territory: territory), HttpContext.RequestAborted);
}
