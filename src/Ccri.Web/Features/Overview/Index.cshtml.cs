using System.Globalization;
using Ccri.Web.Charts;
using MediatR;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ccri.Web.Features.Overview;

public sealed class IndexModel(IMediator mediator, ProgrammeCalendar calendar) : PageModel
{
    public GetOverview.Answer Overview { get; private set; } = null!;

    public string Today => calendar.Today.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    public IEnumerable<MapMark> Marks => Overview.Places.Select(p =>
        new MapMark($"/territories/{p.Slug}", p.Name, p.Longitude, p.Latitude, Kind(p), p.IsConfirmed ? p.Tier : $"{p.Tier}, not confirmed"));

    public async Task OnGetAsync() => Overview = await mediator.Send(new GetOverview.Query(), HttpContext.RequestAborted);

    private static MarkKind Kind(GetOverview.Place place) => !place.IsConfirmed ? MarkKind.Ring : place.IsIndividuallySupported ? MarkKind.Diamond : MarkKind.Dot;
}
