using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.Organisations;

public static class OrganisationsCsv
{
    public static void MapOrganisationsCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/organisations.csv", async ([AsParameters] OrganisationFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            // While nobody has chosen columns a spreadsheet gets all of them: it has the room.
            var columns = OrganisationColumns.All.IsChosen(filter.Columns) ? OrganisationColumns.All.Shown(filter.Columns) : OrganisationColumns.All;
            return CsvFile.Of("organisations", calendar.Today, columns.Select(c => c.Heading), found.Rows.Select(row => columns.Select(c => c.Text(row))));
        });
}
