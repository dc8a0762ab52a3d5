using Ccri.Domain.Accounts;
using Ccri.Web.Forms;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class NameModel(IMediator mediator, CurrentUser user) : PageModel, IEditPage
{
    [BindProperty] public NameTerritory.Command Input { get; set; } = new();

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public GetTerritoryChoices.Answer Choices { get; private set; } = null!;

    public bool IsCoordinator => user.Has(Role.Coordinator);

    public async Task OnGetAsync(string slug)
    {
        await LoadAsync(slug);
        Input = (NameTerritory.Command)await SavedFormAsync();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        await LoadAsync(slug);
        var address = await mediator.Send(Input with { Slug = slug }, HttpContext.RequestAborted);
        TempData["Status"] = "The territory has its name.";
        return Redirect($"/territories/{Uri.EscapeDataString(address)}");
    }

    public async Task<object> SavedFormAsync() => new NameTerritory.Command { Version = (await mediator.Send(new EditTerritory.Query(Slug), HttpContext.RequestAborted)).Version };

    private async Task LoadAsync(string slug)
    {
        Slug = slug;
        Name = (await mediator.Send(new EditTerritory.Query(slug), HttpContext.RequestAborted)).Name!;
        Choices = await mediator.Send(new GetTerritoryChoices.Query(), HttpContext.RequestAborted);
    }
}
