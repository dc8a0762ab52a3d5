using Ccri.Web.Features.Shared;
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
        var (column, descending) = FromAddress.Sort<ListPersons.SortBy>(Sort);
        People = await mediator.Send(new ListPersons.Query(Q, column ?? ListPersons.SortBy.Name, descending, FromAddress.Page(P)), HttpContext.RequestAborted);
    }
}
