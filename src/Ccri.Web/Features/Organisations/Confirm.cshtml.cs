using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

/// <summary>Only takes the press of "All of it is still right".</summary>
public sealed class ConfirmModel(IMediator mediator) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect($"/organisations/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        var confirmed = await mediator.Send(new ConfirmOrganisation.Command(id), HttpContext.RequestAborted);
        TempData["Status"] = $"{Plural.Of(confirmed, "fact")} confirmed: still right today.";
        return Redirect($"/organisations/{id}");
    }
}
