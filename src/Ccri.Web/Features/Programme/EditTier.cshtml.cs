using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class EditTierModel(IMediator mediator) : PageModel
{
    [BindProperty] public EditTier.Command Input { get; set; } = new();

    /// <summary>As it is saved, whatever is typed.</summary>
    public string Name { get; private set; } = "";

    public async Task OnGetAsync(Guid id) => Input = await SavedAsync(id);

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        await SavedAsync(id); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = id }, HttpContext.RequestAborted);
        TempData["Status"] = $"{Input.Name} is saved.";
        return Redirect("/programme/tiers");
    }

    private async Task<EditTier.Command> SavedAsync(Guid id)
    {
        var saved = await mediator.Send(new GetTier.Query(id), HttpContext.RequestAborted);
        Name = saved.Name!;
        return saved;
    }
}
