using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

[KeepsDraft]
public sealed class EditModel(IMediator mediator) : PageModel, IEditPage
{
    [BindProperty] public EditTerritory.Command Input { get; set; } = new();

    public string Slug { get; private set; } = "";

    public GetTerritoryChoices.Answer Choices { get; private set; } = null!;

    public async Task OnGetAsync(string slug)
    {
        await LoadAsync(slug);
        Input = await mediator.Send(new EditTerritory.Query(slug), HttpContext.RequestAborted);
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        await LoadAsync(slug);
        await mediator.Send(Input with { Slug = slug }, HttpContext.RequestAborted);
        TempData["Status"] = "The territory is saved.";
        return Redirect($"/territories/{Uri.EscapeDataString(slug)}");
    }

    public async Task<object> SavedFormAsync() => await mediator.Send(new EditTerritory.Query(Slug), HttpContext.RequestAborted);

    private async Task LoadAsync(string slug)
    {
        Slug = slug;
        Choices = await mediator.Send(new GetTerritoryChoices.Query(), HttpContext.RequestAborted);
    }
}
