using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Overview;

public static class HeatMapCsv
{
    public static void MapHeatMapCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/overview/heat-map.csv", async ([AsParameters] HeatMapFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            return CsvFile.Of("heat-map", calendar.Today, ["Territory", "Country", "Tier", "Overall", "Action plan", "Investment plan", "Solutions", "Indicators", "Why"],
                found.Rows.Select(row => (IEnumerable<string?>)[row.Name, row.CountryCode, row.Tier, .. row.Cells.Select(c => c.Cell is { } cell ? Words.Of(cell.Status) : null), row.Why]));
        });
}
