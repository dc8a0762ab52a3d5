using System.Globalization;
using Ccri.Domain.Reminders;
using Ccri.Web.Forms;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Ccri.Web.Features.Reminders;

public sealed class HabitsModel(IMediator mediator) : PageModel, IEditPage
{
    private const string Address = "/reminders/habits";

    public static readonly IReadOnlyList<SelectListItem> Hours = [.. Enumerable.Range(0, 24).Select(h => new SelectListItem(string.Create(CultureInfo.InvariantCulture, $"{h:00}:00"), h.ToString(CultureInfo.InvariantCulture)))];

    public static readonly IReadOnlyList<SelectListItem> Counts = [.. Enumerable.Range(0, ReminderHabits.MostMails + 1).Select(n => new SelectListItem(n == 0 ? "0, no mail at all" : n.ToString(CultureInfo.InvariantCulture), n.ToString(CultureInfo.InvariantCulture)))];

    [BindProperty] public EditHabits.Command Input { get; set; } = new();

    public IReadOnlyList<NamedChoice> Ended { get; private set; } = [];

    public async Task OnGetAsync() => Input = (EditHabits.Command)await SavedFormAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await SavedFormAsync(); // for the page, in case it is shown again
        await mediator.Send(Input, HttpContext.RequestAborted);
        TempData["Status"] = "Saved. It counts from the next mail on.";
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostSubscribeAsync(Guid rule)
    {
        await mediator.Send(new Subscribe.Command(rule), HttpContext.RequestAborted);
        TempData["Status"] = "Taken back. You get the mails of this rule again.";
        return Redirect(Address);
    }

    public async Task<object> SavedFormAsync()
    {
        var saved = await mediator.Send(new GetHabits.Query(), HttpContext.RequestAborted);
        Ended = saved.Ended;
        return saved.Form;
    }
}
