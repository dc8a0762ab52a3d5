using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Plans;

public static class PlansCsv
{
    public static void MapPlansCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/plans.csv", async ([AsParameters] PlanFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            // While nobody has chosen columns a spreadsheet gets all of them: it has the room.
            var columns = PlanColumns.All.IsChosen(filter.Columns) ? PlanColumns.All.Shown(filter.Columns) : PlanColumns.All;
            return CsvFile.Of("plans", calendar.Today, columns.Select(c => c.Heading), found.Rows.Select(row => columns.Select(c => c.Text(row))));
        });
}
