using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

/// <summary>Needs of one territory; the button beside a low rating makes a need of it.</summary>
public sealed class TerritoryModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string Slug { get; set; } = "";

    public GetNeeds.Answer Found { get; private set; } = null!;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostRaiseAsync([FromQuery] Guid round, [FromQuery] string key)
    {
        await LoadAsync(); // for the page, in case it is shown again
        var number = await mediator.Send(new RaiseNeed.Command(Slug, round, key), HttpContext.RequestAborted);
        TempData["Status"] = "The need is made. Say it in the territory's own words.";
        return Redirect($"/needs/{Found.Territory.Slug}/{number}/edit");
    }

    private async Task LoadAsync() => Found = await mediator.Send(new GetNeeds.Query(Slug), HttpContext.RequestAborted);
}
