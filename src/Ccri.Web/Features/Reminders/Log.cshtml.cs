using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Reminders;

public sealed class LogModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Person { get; set; }

    [BindProperty(SupportsGet = true)] public string? Territory { get; set; }

    [BindProperty(SupportsGet = true)] public string? Rule { get; set; }

    [BindProperty(SupportsGet = true)] public string? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public string? P { get; set; }

    public ListReminderLog.Answer Log { get; private set; } = null!;

    public bool IsFiltered => new[] { Person, Territory, Rule, State }.Any(value => !string.IsNullOrWhiteSpace(value));

    public async Task OnGetAsync() => Log = await mediator.Send(
        new ListReminderLog.Query(Id(Person), Territory, Id(Rule), FromAddress.Known<LogState>(State), FromAddress.Page(P)), HttpContext.RequestAborted);

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
