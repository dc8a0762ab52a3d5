using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class ConfirmAddressModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Person { get; set; }

    [BindProperty(SupportsGet = true)] public string? Address { get; set; }

    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    public bool CanBeUsed { get; private set; }

    /// <summary>Opening the link does nothing yet: mail programs open links, too.</summary>
    public async Task OnGetAsync() => CanBeUsed = await mediator.Send(new GetNewAddress.Query(Person, Address, Token), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(new ConfirmNewAddress.Command(Person, Address, Token), HttpContext.RequestAborted);
        TempData["Status"] = "Your new address is confirmed. Sign in with it from now on.";
        return Redirect("/accounts/me");
    }
}
