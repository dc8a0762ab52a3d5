using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

/// <summary>Only takes the press of "Still right".</summary>
public sealed class ConfirmModel(IMediator mediator) : PageModel
{
    private string Address(string slug) => $"/territories/{Uri.EscapeDataString(slug)}";

    public IActionResult OnGet(string slug) => Redirect(Address(slug));

    /// <param name="fact">The one whose button was pressed; empty for all that were shown.</param>
    public async Task<IActionResult> OnPostAsync(string slug, string? fact, List<Guid> shown)
    {
        List<Guid> notes = fact is null ? shown : Guid.TryParse(fact, out var one) ? [one] : [];
        var confirmed = await mediator.Send(new ConfirmFacts.Command(slug, notes), HttpContext.RequestAborted);
        TempData["Status"] = confirmed == 1 ? "The fact is confirmed: it is still right today." : $"{confirmed} facts are confirmed: they are still right today.";
        return Redirect(Address(slug));
    }
}
