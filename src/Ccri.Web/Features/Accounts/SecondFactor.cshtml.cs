using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

/// <summary>The second step of signing in.</summary>
public sealed class SecondFactorModel(IMediator mediator) : PageModel
{
    [BindProperty] public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)] public string? ReturnUrl { get; set; }

    /// <summary>A form that was sent after the sign-in had ended, sealed: it is kept once both steps are taken, never after the password alone.</summary>
    [BindProperty] public string? Held { get; set; }

    public sealed class Form
    {
        public string? Code { get; set; }
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(new SignInWithCode.Command(Input.Code), HttpContext.RequestAborted);
        if (await mediator.Send(new KeepHeldForm.Command(Held), HttpContext.RequestAborted) is { } form)
            ReturnUrl = form;
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }
}
