using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class NewModel(IMediator mediator) : PageModel
{
    [BindProperty] public CreateReminder.Command Input { get; set; } = new();

    public CreateReminder.Answer Offered { get; private set; } = null!;

    public async Task OnGetAsync() => Input = await OfferAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await OfferAsync(); // for the page, in case it is shown again
        await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = $"The reminder is saved for {Words.Of(Input.Due!.Value)}.";
        return Redirect("/reminders");
    }

    private async Task<CreateReminder.Command> OfferAsync() => (Offered = await mediator.Send(new CreateReminder.Query(), HttpContext.RequestAborted)).Form;
}
