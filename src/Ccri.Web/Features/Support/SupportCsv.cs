using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Support;

public static class SupportCsv
{
    public static void MapSupportCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/support.csv", async ([AsParameters] SupportFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            // While nobody has chosen columns a spreadsheet gets all of them: it has the room.
            var columns = SupportColumns.All.IsChosen(filter.Columns) ? SupportColumns.All.Shown(filter.Columns) : SupportColumns.All;
            return CsvFile.Of("support", calendar.Today, columns.Select(c => c.Heading), found.Rows.Select(row => columns.Select(c => c.Text(row))));
        });
}
