using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class EditCohortModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditCohort.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<string> Programmes { get; private set; } = [];

    public async Task OnGetAsync() => Input = (EditCohort.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = $"{Input.Name} is saved.";
        return Redirect("/programme/cohorts");
    }

    public async Task<object> SavedFormAsync()
    {
        var (saved, programmes) = await mediator.Send(new GetCohort.Query(Id), HttpContext.RequestAborted);
        (Name, Programmes) = (saved.Name!, programmes);
        return saved;
    }
}
