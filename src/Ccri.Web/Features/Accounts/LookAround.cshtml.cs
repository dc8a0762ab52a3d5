using Ccri.Domain.Accounts;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

/// <summary>Only takes the press of a button in the strip of the demonstration.</summary>
public sealed class LookAroundModel(IMediator mediator, IHostEnvironment host) : PageModel
{
    public IActionResult OnGet() => host.IsEnvironment(DemonstrationSite.Environment) ? Redirect("/") : NotFound();

    public async Task<IActionResult> OnPostAsync(Role role)
    {
        await mediator.Send(new LookAround.Command(role), HttpContext.RequestAborted);
        return Redirect("/");
    }
}
