using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class ProjectsModel(IMediator mediator) : PageModel
{
    [BindProperty] public QuickProject.Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "")] public ProjectFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string Code { get; set; } = "";

    public ListProjects.Answer Projects { get; private set; } = null!;

    public async Task OnGetAsync() => Projects = await mediator.Send(Filter.ToQuery(Code), HttpContext.RequestAborted);

    public Task<IActionResult> OnPostStageAsync() =>
        ChangeAsync(new ChangeStage.Command { Id = Input.Id, Stage = Input.Stage, On = Input.On, Evidence = Input.Evidence }, "The stage is saved.");

    public Task<IActionResult> OnPostGateAsync() => ChangeAsync(new MoveGate.Command(Input.Id, Input.NextGate), "The next gate is saved.");

    /// <summary>Back to the same list, filtered as it was.</summary>
    private async Task<IActionResult> ChangeAsync(IRequest change, string done)
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(change, HttpContext.RequestAborted);
        TempData["Status"] = done;
        var kept = QuickProject.Kept(Request);
        return Redirect($"/plans/{Uri.EscapeDataString(Code)}/projects{(kept.Length > 0 ? $"?{kept}" : "")}");
    }
}
