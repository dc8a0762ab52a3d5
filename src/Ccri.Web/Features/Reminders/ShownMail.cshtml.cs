using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class ShownMailModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public Guid Id { get; set; }

    public GetMail.Answer Mail { get; private set; } = null!;

    /// <summary>Also where a form is refused: the page is shown again with the sentence.</summary>
    public async Task OnGetAsync() => Mail = await mediator.Send(new GetMail.Query(Id), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync();
        var again = await mediator.Send(new SendMailAgain.Command(Id), HttpContext.RequestAborted);
        TempData["Status"] = "It is sent again. This is the new mail.";
        return Redirect($"/reminders/mails/{again}");
    }
}
