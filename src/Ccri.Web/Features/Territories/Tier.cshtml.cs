using Ccri.Domain.Accounts;
using Ccri.Web.Forms;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class TierModel(IMediator mediator, CurrentUser user) : PageModel, IEditPage
{
    [BindProperty] public ChangeTier.Command Input { get; set; } = new();

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public GetTerritoryChoices.Answer Choices { get; private set; } = null!;

    public bool IsCoordinator => user.Has(Role.Coordinator);

    public async Task OnGetAsync(string slug)
    {
        await LoadAsync(slug);
        Input = (ChangeTier.Command)await SavedFormAsync();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        await LoadAsync(slug);
        await mediator.Send(Input with { Slug = slug }, HttpContext.RequestAborted);
        TempData["Status"] = "The tier is changed; the history keeps both.";
        return Redirect($"/territories/{Uri.EscapeDataString(slug)}");
    }

    public async Task<object> SavedFormAsync() => new ChangeTier.Command { Version = (await mediator.Send(new EditTerritory.Query(Slug), HttpContext.RequestAborted)).Version };

    private async Task LoadAsync(string slug)
    {
        Slug = slug;
        Name = (await mediator.Send(new EditTerritory.Query(slug), HttpContext.RequestAborted)).Name!;
        Choices = await mediator.Send(new GetTerritoryChoices.Query(), HttpContext.RequestAborted);
    }
}
