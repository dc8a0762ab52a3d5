using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Accounts;

/// <summary>People: who may sign in.</summary>
public sealed class IndexModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")] public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")] public string? Sort { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")] public string? P { get; set; }

    public ListPersons.Answer People { get; private set; } = null!;

    public DateOnly Today => calendar.Today;

    public string At(DateTime utc) => Words.Moment(calendar.Local(utc));

    public async Task OnGetAsync()
    {
        var column = Array.Find(Enum.GetValues<ListPersons.SortBy>(), c => string.Equals($"{c}", Sort?.TrimStart('-'), StringComparison.OrdinalIgnoreCase)); // the name when none is meant
        People = await mediator.Send(new ListPersons.Query(Q, column, Sort?.StartsWith('-') ?? false, int.TryParse(P, out var page) && page > 0 ? page : 1), HttpContext.RequestAborted);
    }
}
