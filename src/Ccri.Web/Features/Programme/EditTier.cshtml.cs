using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class EditTierModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditTier.Command Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    /// <summary>As it is saved, whatever is typed.</summary>
    public string Name { get; private set; } = "";

    public async Task OnGetAsync() => Input = (EditTier.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input with { Id = Id }, HttpContext.RequestAborted);
        TempData["Status"] = $"{Input.Name} is saved.";
        return Redirect("/programme/tiers");
    }

    public async Task<object> SavedFormAsync()
    {
        var saved = await mediator.Send(new GetTier.Query(Id), HttpContext.RequestAborted);
        Name = saved.Name!;
        return saved;
    }
}
