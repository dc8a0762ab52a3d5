using Ccri.Domain.Accounts;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Territories;

public sealed class IndexModel(IMediator mediator, CurrentUser user, Access access) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public TerritoryFilter Filter { get; set; } = new();

    public ListTerritories.Answer Territories { get; private set; } = null!;

    public GetTerritoryFilters.Answer Choices { get; private set; } = null!;

    public ListSavedFilters.Answer Saved { get; private set; } = null!;

    /// <summary>Whether the page offers to add a territory.</summary>
    public bool MayAdd => access.MayEditForOffice(null);

    public bool ReadsWork => user.Has(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory);

    public bool ReadsContacts => user.Has(Role.Officer, Role.Lead, Role.Coordinator);

    public IReadOnlyList<ListColumn<ListTerritories.Row>> AllColumns => TerritoryColumns.For(user);

    public IReadOnlyList<ListColumn<ListTerritories.Row>> Columns => AllColumns.Shown(Filter.Columns);

    /// <summary>Columns that somebody chose are all shown, on a phone by scrolling; the usual ones leave by their priority.</summary>
    public bool IsChosen => AllColumns.IsChosen(Filter.Columns);

    public async Task OnGetAsync()
    {
        Territories = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
        Choices = await mediator.Send(new GetTerritoryFilters.Query(), HttpContext.RequestAborted);
        Saved = await mediator.Send(new ListSavedFilters.Query(FilteredList.Territories.Key, Request.QueryString.Value), HttpContext.RequestAborted);
    }
}
