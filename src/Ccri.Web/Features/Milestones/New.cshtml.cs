using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Milestones;

/// <summary>For a roadmap by <c>?solution=CODE</c>, for an action by <c>?action=ID</c>.</summary>
public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateMilestone.Command Input { get; set; } = new();

    [FromQuery(Name = "solution")] public string? Solution { get; set; }

    [FromQuery(Name = "action")] public Guid? ActionId { get; set; }

    public GetMilestoneForm.Answer Offered { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await mediator.Send(Input with { Solution = Solution, ActionId = ActionId }, HttpContext.RequestAborted);
        TempData["Status"] = "The milestone is added.";
        return Redirect(Offered.Place.Address);
    }

    private async Task LoadAsync() => Offered = await mediator.Send(new GetMilestoneForm.Query(null, Solution, ActionId), HttpContext.RequestAborted);
}
