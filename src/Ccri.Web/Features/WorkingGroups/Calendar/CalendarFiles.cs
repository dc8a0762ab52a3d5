using System.Text;
using Ccri.Web.Features.Shared.Calendar;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Calendar;

public static class CalendarFiles
{
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/working-groups/sessions/{id:guid}/calendar.ics", async (Guid id, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(new GetSessionCalendar.Query(id), cancellationToken);
            return File(found.Text, found.FileName);
        });
        routes.MapGet("/working-groups/{code}/calendar.ics", async (string code, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(new GetGroupCalendar.Query(code), cancellationToken);
            return File(found.Text, found.FileName);
        });
    }

    private static IResult File(string text, string name) => Results.File(Encoding.UTF8.GetBytes(text), $"{CalendarFile.MediaType}; charset=utf-8", name);
}
