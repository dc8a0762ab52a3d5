using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared.Calendar;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Calendar;

/// <summary>A session as a calendar file.</summary>
public static class GetSessionCalendar
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(Guid Id) : IRequest<Answer>;

    public sealed record Answer(string FileName, string Text);

    public sealed class Handler(CcriDbContext db, CalendarReader calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken) =>
            await calendar.ReadAsync(db.Sessions.Where(s => s.Id == request.Id), cancellationToken) is [var entry]
                ? new Answer(FormattableString.Invariant($"session-{entry.Time.On:yyyy-MM-dd}.ics"), CalendarFile.Of(entry.Topic, [entry]))
                : throw new NotFoundException("Session", request.Id);
    }
}
