using Ccri.Domain.Plans;
using Ccri.Web.Errors;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

[KeepsDraft]
public sealed class StageModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public ChangeStage.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetProject.Details Project { get; private set; } = null!;

    public async Task OnGetAsync() => Input = (ChangeStage.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = "The stage is saved.";
        return Redirect($"/plans/{Uri.EscapeDataString(Code)}/projects/{Id}");
    }

    public async Task<object> SavedFormAsync()
    {
        Project = await mediator.Send(new GetProject.Query(Code, Id), HttpContext.RequestAborted);
        if (!Project.MayEdit)
            throw new NotAllowedException("You may not change this territory. Ask the support officer who looks after it.");
        return new ChangeStage.Command { Id = Id, Stage = InvestmentProject.Next(Project.Stage), On = Project.Today };
    }
}
