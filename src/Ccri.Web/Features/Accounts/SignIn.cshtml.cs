using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Accounts;

public sealed class SignInModel(IMediator mediator, IOptions<ProgrammeOptions> programme) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>A form that was sent after the sign-in had ended, sealed.</summary>
    [BindProperty] public string? Held { get; set; }

    /// <summary>The password was right, and a held form goes along to the second step: it is too long for an address.</summary>
    public bool AwaitsCode { get; private set; }

    public string Helpdesk => programme.Value.Helpdesk;

    public sealed class Form
    {
        public string? Email { get; set; }
        public string? Password { get; set; }
    }

    public void OnGet() { }

    /// <summary>Back from the second step, with the held form.</summary>
    public void OnPostAgain() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await mediator.Send(new SignIn.Command(Input.Email, Input.Password), HttpContext.RequestAborted);
        if (outcome == SignInOutcome.NeedsSecondFactor)
        {
            AwaitsCode = Held is not null;
            return AwaitsCode ? Page() : RedirectToPage("SecondFactor", new { ReturnUrl });
        }
        if (await mediator.Send(new KeepHeldForm.Command(Held), HttpContext.RequestAborted) is { } form)
            ReturnUrl = form;
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
