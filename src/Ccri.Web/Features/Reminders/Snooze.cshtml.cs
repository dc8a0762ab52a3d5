using Ccri.Domain.Reminders;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class SnoozeModel(IMediator mediator) : PageModel
{
    [FromQuery(Name = "kind")] public ReminderKind Kind { get; set; }

    [FromQuery(Name = "id")] public Guid Id { get; set; }

    [FromQuery(Name = "due")] public DateOnly Due { get; set; }

    [BindProperty] public SnoozeReminder.Command Input { get; set; } = new() { Choice = SnoozeReminder.Until.Tomorrow };

    public SnoozeReminder.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new SnoozeReminder.Query(Kind, Id, Due), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostAsync()
    {
        await OnGetAsync(); // for the page, in case it is shown again
        var day = await mediator.Send(Input with { Kind = Kind, SubjectId = Id, DueOn = Due }, HttpContext.RequestAborted);
        TempData["Status"] = $"Put off to {Words.Of(day)}. It stands at the end of the page until then.";
        return Redirect("/reminders");
    }

    public static string InWords(SnoozeReminder.Until until) => until switch
    {
        SnoozeReminder.Until.Tomorrow => "Tomorrow",
        SnoozeReminder.Until.NextMonday => "Next Monday",
        SnoozeReminder.Until.InTwoWeeks => "In two weeks",
        _ => "Another day",
    };
}
