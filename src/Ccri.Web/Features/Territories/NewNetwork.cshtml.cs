using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class NewNetworkModel(IMediator mediator) : PageModel
{
    [BindProperty] public JoinNetwork.Command Input { get; set; } = new();

    public string Slug { get; private set; } = "";

    public string Name { get; private set; } = "";

    public GetTerritoryChoices.Answer Choices { get; private set; } = null!;

    public Task OnGetAsync(string slug) => LoadAsync(slug);

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        await LoadAsync(slug);
        await mediator.Send(Input with { Slug = slug }, HttpContext.RequestAborted);
        TempData["Status"] = "The network is added.";
        return Redirect($"/territories/{Uri.EscapeDataString(slug)}");
    }

    private async Task LoadAsync(string slug)
    {
        Slug = slug;
        Name = (await mediator.Send(new EditTerritory.Query(slug), HttpContext.RequestAborted)).Name!;
        Choices = await mediator.Send(new GetTerritoryChoices.Query(), HttpContext.RequestAborted);
    }
}
