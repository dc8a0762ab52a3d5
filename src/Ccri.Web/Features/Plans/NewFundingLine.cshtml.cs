using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class NewFundingLineModel(IMediator mediator) : PageModel
{
    [BindProperty] public AddFundingLine.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Project { get; set; }

    public GetFundingLineForm.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new AddFundingLine.Command { Currency = Offered.Form.Currency };
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { ProjectId = Project }, HttpContext.RequestAborted);
        TempData["Status"] = "The funding is saved.";
        return Redirect($"/plans/{Uri.EscapeDataString(Code)}/projects/{Project}");
    }

    private async Task LoadAsync() => Offered = await mediator.Send(new GetFundingLineForm.Query(Code, Project), HttpContext.RequestAborted);
}
