using Ccri.Domain.Accounts;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Solutions;

public sealed class IndexModel(IMediator mediator, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public SolutionFilter Filter { get; set; } = new();

    public ListSolutions.Answer Solutions { get; private set; } = null!;

    public ListSavedFilters.Answer Saved { get; private set; } = null!;

    /// <summary>Whether the page offers to add a solution.</summary>
    public bool MayAdd => user.Has(Role.Officer, Role.Coordinator, Role.Territory);

    public IReadOnlyList<ListColumn<ListSolutions.Row>> Columns => SolutionColumns.All.Shown(Filter.Columns);

    /// <summary>Columns that somebody chose are all shown, on a phone by scrolling; the usual ones leave by their priority.</summary>
    public bool IsChosen => SolutionColumns.All.IsChosen(Filter.Columns);

    public async Task OnGetAsync()
    {
        Solutions = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
        Saved = await mediator.Send(new ListSavedFilters.Query(FilteredList.Solutions.Key, Request.QueryString.Value), HttpContext.RequestAborted);
    }
}
