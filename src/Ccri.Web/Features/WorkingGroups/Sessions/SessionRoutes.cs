using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Sessions;

public static class SessionRoutes
{
    /// <summary>Files of sessions, and the list of sessions for a spreadsheet.</summary>
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/working-groups/sessions/{id:guid}/files/{file:guid}", async (Guid id, Guid file, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new GetSessionFile.Query(id, file), cancellationToken)).ToResult());
        routes.MapGet("/working-groups/sessions.csv", async ([AsParameters] SessionFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(CsvFile.MostRows) with { Page = 1 }, cancellationToken);
            return CsvFile.Of("sessions", calendar.Today, SessionColumns.Headings, found.Rows.Select(SessionColumns.Of));
        });
    }
}
