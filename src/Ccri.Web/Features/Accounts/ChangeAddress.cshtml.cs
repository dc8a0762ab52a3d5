using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class ChangeAddressModel(IMediator mediator) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public sealed class Form
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(new RequestNewAddress.Command(Input.Email, Input.Password), HttpContext.RequestAborted);
        TempData["Status"] = "If the address can be yours, a link to confirm it is on its way there. Your present address stays until you have opened the link.";
        return Redirect("/accounts/me");
    }
}
