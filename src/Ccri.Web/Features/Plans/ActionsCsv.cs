using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Plans;

public static class ActionsCsv
{
    public static void MapActionsCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/plans/{code}/actions.csv", async (string code, [AsParameters] ActionFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(code, CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            return CsvFile.Of($"{found.Plan.Code.ToLowerInvariant()}-actions", calendar.Today, ActionColumns.All.Select(c => c.Heading), found.Rows.Select(row => ActionColumns.All.Select(c => c.Text(row))));
        });
}
