using Ccri.Web.Features.Shared;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups;

public static class AttendanceCsv
{
    public static void MapAttendanceCsv(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/working-groups/attendance.csv", async ([AsParameters] AttendanceFilter filter, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(filter.ToQuery(), cancellationToken);
            return CsvFile.Of("attendance", calendar.Today,
                ["Territory", .. found.Groups.SelectMany(g => new[] { $"{g.Code}: took part", $"{g.Code}: sessions" }), "Took part", "Sessions", .. found.Groups.Select(g => $"{g.Code}: missing in a row")],
                found.Rows.Select(r => (IEnumerable<object?>)[r.Name, .. r.Of.SelectMany(a => new object?[] { (decimal?)a?.Came, (decimal?)a?.Of }), (decimal)r.Together.Came, (decimal)r.Together.Of, .. r.Of.Select(a => (object?)(decimal?)a?.MissedInARow)]));
        });
        routes.MapGet("/working-groups/{code}/attendance.csv", async (string code, IMediator mediator, ProgrammeCalendar calendar, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(new GetAttendance.Query(code), cancellationToken);
            return CsvFile.Of($"attendance-{found.Code}", calendar.Today,
                ["Member", "Category", .. found.Sessions.Select(s => $"{s.On:yyyy-MM-dd}: {s.Topic}"), "Took part", "Sessions", "Missing in a row"],
                found.Rows.Select(r => (IEnumerable<object?>)[r.Member.Name, Words.Of(r.Member.Category), .. r.Attended.Marks.Select(m => m is { } mark ? Words.Of(mark) : null), (decimal)r.Attended.Came, (decimal)r.Attended.Of, (decimal)r.MissedInARow]));
        });
    }
}
