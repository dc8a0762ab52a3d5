using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Solutions;

public static class SolutionsCsv
{
    public static void MapSolutionsCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/solutions.csv", async ([AsParameters] SolutionFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            // While nobody has chosen columns a spreadsheet gets all of them: it has the room.
            var columns = SolutionColumns.All.IsChosen(filter.Columns) ? SolutionColumns.All.Shown(filter.Columns) : SolutionColumns.All;
            return CsvFile.Of("solutions", calendar.Today, columns.Select(c => c.Heading), found.Rows.Select(row => columns.Select(c => c.Text(row))));
        });
}
