using System.Globalization;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared.TagHelpers;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Overview;

public sealed class IndexModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    public GetOverview.Answer Overview { get; private set; } = null!;

    /// <summary>For who sees only what was frozen.</summary>
    public GetChanged.Answer? Changed { get; private set; }

    public string Today => calendar.Today.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>How the territories stand; for the desk, what is missing in the register.</summary>
    public string Table => Overview.Work is null ? "_Worst" : "_HeatMap";

    public IEnumerable<MapMark> Marks => Overview.Places.Select(p => new MapMark($"/territories/{p.Slug}", p.Name, p.Longitude, p.Latitude, Kind(p), Meaning(p)));

    public async Task OnGetAsync()
    {
        Overview = await mediator.Send(new GetOverview.Query(), HttpContext.RequestAborted);
        if (Overview is { IsWhole: true, Work: null })
            Changed = await mediator.Send(new GetChanged.Query(), HttpContext.RequestAborted);
    }

    private static MarkKind Kind(GetOverview.Place place) => place.Status is { } status ? StatusShape.Of(status).Mark
        : !place.IsConfirmed ? MarkKind.Ring : place.IsIndividuallySupported ? MarkKind.Diamond : MarkKind.Dot;

    private static string Meaning(GetOverview.Place place) => place.Status is { } status ? Words.Of(status) : place.IsConfirmed ? place.Tier : $"{place.Tier}, not confirmed";
}
