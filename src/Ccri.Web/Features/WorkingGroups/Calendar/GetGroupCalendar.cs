using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared.Calendar;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups.Calendar;

/// <summary>All sessions of a group as a calendar file.</summary>
public static class GetGroupCalendar
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Code) : IRequest<Answer>;

    public sealed record Answer(string FileName, string Text);

    public sealed class Handler(CcriDbContext db, CalendarReader calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var group = await db.WorkingGroups.AsNoTracking().SingleOrDefaultAsync(g => g.Code == request.Code, cancellationToken) ?? throw new NotFoundException("Working group", request.Code);
            var entries = await calendar.ReadAsync(db.Sessions.Where(s => s.WorkingGroupId == group.Id), cancellationToken);
            return new Answer($"{group.Code.ToLowerInvariant()}.ics", CalendarFile.Of($"CCRI {group.Name}", entries));
        }
    }
}
