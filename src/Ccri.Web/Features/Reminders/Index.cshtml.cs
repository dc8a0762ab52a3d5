using System.Globalization;
using Ccri.Domain;
using Ccri.Domain.Reminders;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    private const string Address = "/reminders";

    public ListReminders.Answer Found { get; private set; } = null!;

    public async Task OnGetAsync() => Found = await mediator.Send(new ListReminders.Query(), HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostDoneAsync(ReminderKind kind, Guid id, DateOnly due)
    {
        var answer = await mediator.Send(new FinishReminder.Command(kind, id, due), HttpContext.RequestAborted);
        TempData["Status"] = $"Done: {answer.Title.Shorten(80)}";
        TempData["Undo"] = string.Create(CultureInfo.InvariantCulture, $"~{Address}?handler=Open&kind={kind}&id={id}&due={due:yyyy-MM-dd}");
        if (answer.StaysOpen is not null)
            (TempData["StaysOpen"], TempData["StaysOpenTitle"]) = (answer.StaysOpen, answer.Title.Shorten(80));
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostOpenAsync(ReminderKind kind, Guid id, DateOnly due)
    {
        var answer = await mediator.Send(new FinishReminder.Command(kind, id, due, IsDone: false), HttpContext.RequestAborted);
        TempData["Status"] = $"On the list again: {answer.Title.Shorten(80)}";
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(ReminderKind kind, Guid id, DateOnly due)
    {
        await mediator.Send(new TakeBackReminder.Command(kind, id, due), HttpContext.RequestAborted);
        TempData["Status"] = "Taken back. It is on your list again.";
        return Redirect(Address);
    }
}
