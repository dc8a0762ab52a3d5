using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class EditCohortModel(IMediator mediator) : PageModel
{
    [BindProperty] public EditCohort.Command Input { get; set; } = new();

    /// <summary>As it is saved, whatever is typed.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Programmes { get; private set; } = [];

    public async Task OnGetAsync(Guid id) => Input = await SavedAsync(id);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await SavedAsync(id); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = id }, HttpContext.RequestAborted);
        TempData["Status"] = $"{Input.Name} is saved.";
        return Redirect("/programme/cohorts");
    }

    private async Task<EditCohort.Command> SavedAsync(Guid id)
    {
        var (saved, programmes) = await mediator.Send(new GetCohort.Query(id), HttpContext.RequestAborted);
        (Name, Programmes) = (saved.Name!, programmes);
        return saved;
    }
}
