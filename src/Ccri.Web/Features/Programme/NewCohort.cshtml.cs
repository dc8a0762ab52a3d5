using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class NewCohortModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateCohort.Command Input { get; set; } = new();

    public IReadOnlyList<string> Programmes { get; private set; } = [];

    public async Task OnGetAsync() => Programmes = (await mediator.Send(new GetCohort.Query(null), HttpContext.RequestAborted)).Programmes;

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = $"{Input.Name} is a cohort now.";
        return Redirect("/programme/cohorts");
    }
}
