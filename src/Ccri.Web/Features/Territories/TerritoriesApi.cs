using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Territories;

public static class TerritoriesApi
{
    public static void MapTerritories(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/territories.csv", async ([AsParameters] TerritoryFilter filter, IMediator mediator, CurrentUser user, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            // While nobody has chosen columns a spreadsheet gets all of them: it has the room.
            var all = TerritoryColumns.For(user);
            var columns = all.IsChosen(filter.Columns) ? all.Shown(filter.Columns) : all;
            return CsvFile.Of("territories", calendar.Today, columns.Select(c => c.Heading), found.Rows.Select(row => columns.Select(c => c.Text(row))));
        });
        routes.MapGet("/territories/{slug}/sheet.pdf", async (string slug, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var sheet = (await mediator.Send(new RenderTerritorySheets.Query(slug), cancellationToken))[0];
            return sheet.Pdf is { } pdf ? Results.File(pdf, "application/pdf", sheet.FileName) : throw new NotWorkingException(sheet.Problem!);
        });
        routes.MapGet("/api/territories", ([AsParameters] TerritoryFilter filter, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(filter.ToQuery(), cancellationToken));
        routes.MapGet("/api/territories/{slug}", (string slug, IMediator mediator, CancellationToken cancellationToken) => mediator.Send(new GetTerritory.Query(slug), cancellationToken));
    }
}
