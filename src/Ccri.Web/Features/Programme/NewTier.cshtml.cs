using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Programme;

public sealed class NewTierModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateTier.Command Input { get; set; } = new();

    /// <summary>Who may not add a tier does not see the form either.</summary>
    public async Task OnGetAsync() => await mediator.Send(new GetTier.Query(null), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = $"{Input.Name} is a tier now.";
        return Redirect("/programme/tiers");
    }
}
