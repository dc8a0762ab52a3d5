using Ccri.Web.Forms;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

/// <summary>
/// Where a form lands whose sign-in has ended. It changes nothing, so it asks for no token (the form's own belonged to the old
/// sign-in); but it takes only what comes from our own pages, so that nobody else can put words into a form.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class HoldModel(HeldForms forms) : PageModel
{
    public SignInModel.Form Input { get; } = new();

    public string? Held { get; private set; }

    public string? ReturnUrl { get; private set; }

    public IActionResult OnGet() => Redirect("/accounts/sign-in");

    public IActionResult OnPost(string? returnUrl)
    {
        if (!Request.HasFormContentType || !Url.IsLocalUrl(returnUrl) || !IsOurs())
            return Redirect("/accounts/sign-in");
        var form = Request.Form[FormKeys.Form].ToString() is { Length: > 0 } named && Url.IsLocalUrl(named) ? named : returnUrl;
        var fields = Drafts.FieldsOf(Request.Form);
        ModelState.Clear(); // what was typed there is no answer here
        (Held, ReturnUrl) = (forms.Seal(new HeldForms.Held(form, fields)), returnUrl);
        return Page();
    }

    private bool IsOurs() => Request.Headers.Origin.Count == 0 || Request.Headers.Origin == $"{Request.Scheme}://{Request.Host}" || Request.Headers["Sec-Fetch-Site"] == "same-origin";
}
