using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Needs;

/// <summary>The cohort; a territory contact is led to the own page.</summary>
public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public NeedsFilter Filter { get; set; } = new();

    public ListNeeds.Answer Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await mediator.Send(new GetOwnTerritory.Query(), HttpContext.RequestAborted) is { } own)
            return Redirect($"/needs/{own}");
        Found = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
        return Page();
    }
}
