using Ccri.Domain.Reminders;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class HandOverModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "kind")] public ReminderKind Kind { get; set; }

    [FromQuery(Name = "id")] public Guid Id { get; set; }

    [FromQuery(Name = "due")] public DateOnly Due { get; set; }

    [BindProperty] public HandOverReminder.Command Input { get; set; } = new();

    public HandOverReminder.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new HandOverReminder.Query(Kind, Id, Due), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        var name = await mediator.Send(Input with { Kind = Kind, SubjectId = Id, DueOn = Due }, HttpContext.RequestAborted);
        TempData["Status"] = $"{name} sees to it now, and is reminded instead of you.";
        return Redirect("/reminders");
    }
}
