using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class ChoosePasswordModel(IMediator mediator) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Person { get; set; }

    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    public sealed class Form
    {
        public string? Password { get; set; }
    }

    /// <summary>Opening the link does nothing yet: mail programs open links, too.</summary>
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(new ChoosePassword.Command(Person, Token ?? "", Input.Password));
        TempData["Status"] = "Your password is saved and you are signed in.";
        return Redirect("/");
    }
}
