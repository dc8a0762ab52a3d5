using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

/// <summary>Only takes the press of "Still right".</summary>
public sealed class ConfirmModel(IMediator mediator) : PageModel
{
    private string Address(string slug) => $"/territories/{Uri.EscapeDataString(slug)}";

    public IActionResult OnGet(string slug) => Redirect(Address(slug));

    public async Task<IActionResult> OnPostAsync(string slug, Guid? fact)
    {
        var confirmed = await mediator.Send(new ConfirmFacts.Command(slug, fact), HttpContext.RequestAborted);
        TempData["Status"] = confirmed == 1 ? "The fact is confirmed: it is still right today." : $"{confirmed} facts are confirmed: they are still right today.";
        return Redirect(Address(slug));
    }
}
