using Ccri.Web.Features.Shared;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Plans;

public sealed class IndexModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")] public PlanFilter Filter { get; set; } = new();

    public ListPlans.Answer Plans { get; private set; } = null!;

    public GetPlanFilters.Answer Choices { get; private set; } = null!;

    public ListSavedFilters.Answer Saved { get; private set; } = null!;

    /// <summary>Of a plan that does not exist there is not much to tell.</summary>
    public IReadOnlyList<ListColumn<ListPlans.Row>> Columns =>
        Filter.Missing is not null && !IsChosen ? [.. PlanColumns.All.Where(c => c.Key is "title" or "territory" or "tier" or "country")] : PlanColumns.All.Shown(Filter.Columns);

    /// <summary>Columns that somebody chose are all shown, on a phone by scrolling; the usual ones leave by their priority.</summary>
    public bool IsChosen => PlanColumns.All.IsChosen(Filter.Columns);

    public async Task OnGetAsync()
    {
        Plans = await mediator.Send(Filter.ToQuery(), HttpContext.RequestAborted);
        Choices = await mediator.Send(new GetPlanFilters.Query(), HttpContext.RequestAborted);
        Saved = await mediator.Send(new ListSavedFilters.Query(FilteredList.Plans.Key, Request.QueryString.Value), HttpContext.RequestAborted);
    }
}
