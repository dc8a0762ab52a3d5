using Ccri.Domain.Accounts;
using Ccri.Web.Forms;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

[KeepsDraft]
public sealed class NewModel(IMediator mediator, CurrentUser user, Access access) : PageModel
{
    [BindProperty] public CreateTerritory.Command Input { get; set; } = new();

    public GetTerritoryChoices.Answer Choices { get; private set; } = null!;

    public bool IsCoordinator => user.Has(Role.Coordinator);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        var slug = await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = "The territory is added.";
        return Redirect($"/territories/{Uri.EscapeDataString(slug)}");
    }

    private async Task LoadAsync()
    {
        access.RequireOffice(null); // who may not add a territory does not fill in the form first
        Choices = await mediator.Send(new GetTerritoryChoices.Query(), HttpContext.RequestAborted);
    }
}
