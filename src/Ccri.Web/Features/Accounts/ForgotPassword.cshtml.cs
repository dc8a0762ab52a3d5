using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class ForgotPasswordModel(IMediator mediator) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    public sealed class Form
    {
        public string? Email { get; set; }
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(new RequestPasswordLink.Command(Input.Email), HttpContext.RequestAborted);
        TempData["Status"] = "If that address has an account, a link to choose a new password is on its way. Look in your mail.";
        return Redirect("/accounts/sign-in");
    }
}
