using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Organisations;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public OrganisationFilter Filter { get; set; } = new();

    public ListOrganisations.Answer Organisations { get; private set; } = null!;

    public ListSavedFilters.Answer Saved { get; private set; } = null!;

    public IReadOnlyList<ListColumn<ListOrganisations.Row>> Columns => OrganisationColumns.All.Shown(Filter.Columns);

    /// <summary>Columns that somebody chose are all shown, on a phone by scrolling; the usual ones leave by their priority.</summary>
    public bool IsChosen => OrganisationColumns.All.IsChosen(Filter.Columns);

    public async Task OnGetAsync()
    {
        Organisations = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
        Saved = await mediator.Send(new ListSavedFilters.Query(FilteredList.Organisations.Key, Request.QueryString.Value), HttpContext.RequestAborted);
    }
}
