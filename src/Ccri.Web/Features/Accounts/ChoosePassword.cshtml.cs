using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

public sealed class ChoosePasswordModel(IMediator mediator) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public Guid Person { get; set; }

    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    /// <summary>Whose password it is; empty when the link can no longer be used.</summary>
    public string? Email { get; private set; }

    public sealed class Form
    {
        public string? Password { get; set; }
    }

    /// <summary>Opening the link does nothing yet: mail programs open links, too.</summary>
    public async Task OnGetAsync() => await FindAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await FindAsync(); // for the page, in case it is shown again
        var outcome = await mediator.Send(new ChoosePassword.Command(Person, Token ?? "", Input.Password), HttpContext.RequestAborted);
        if (outcome == SignInOutcome.NeedsSecondFactor)
        {
            TempData["Status"] = "Your password is saved.";
            return RedirectToPage("SecondFactor");
        }
        TempData["Status"] = "Your password is saved and you are signed in.";
        return Redirect("/");
    }

    private async Task FindAsync() => Email = await mediator.Send(new GetPasswordLink.Query(Person, Token), HttpContext.RequestAborted);
}
