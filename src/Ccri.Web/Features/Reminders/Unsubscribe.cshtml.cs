using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

[IgnoreAntiforgeryToken] // a mail program presses the button without having seen the page (RFC 8058); the address itself is the right to do it
public sealed class UnsubscribeModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Token { get; set; }

    /// <summary>Empty: all rules of the address.</summary>
    [BindProperty] public Guid? Rule { get; set; }

    [BindProperty] public bool TakeBack { get; set; }

    /// <summary>Empty for an address that is not ours.</summary>
    public GetUnsubscribeLink.Answer? Link { get; private set; }

    public async Task OnGetAsync() => Link = await mediator.Send(new GetUnsubscribeLink.Query(Token), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await mediator.Send(new UnsubscribeByLink.Command(Token, Rule, TakeBack), HttpContext.RequestAborted);
        if (Request.HasFormContentType && Request.Form.ContainsKey("List-Unsubscribe"))
            return Content("These mails have been ended."); // a program follows no redirection
        TempData["Status"] = TakeBack ? "You get these mails again." : "You get no more of these mails.";
        return Redirect(Request.Path);
    }
}
