using Ccri.Domain.Accounts;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Support;

public sealed class IndexModel(IMediator mediator, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public SupportFilter Filter { get; set; } = new();

    public ListSupport.Answer Found { get; private set; } = null!;

    public ListSavedFilters.Answer Saved { get; private set; } = null!;

    /// <summary>Whether the page offers to log an activity.</summary>
    public bool MayLog => user.Has(Role.Officer, Role.Coordinator);

    public IReadOnlyList<ListColumn<ListSupport.Row>> Columns => SupportColumns.All.Shown(Filter.Columns);

    /// <summary>Columns that somebody chose are all shown, on a phone by scrolling; the usual ones leave by their priority.</summary>
    public bool IsChosen => SupportColumns.All.IsChosen(Filter.Columns);

    public async Task OnGetAsync()
    {
        Found = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
        Saved = await mediator.Send(new ListSavedFilters.Query(FilteredList.Support.Key, Request.QueryString.Value), HttpContext.RequestAborted);
    }
}
