using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>Who came to the latest sessions of a group, member by member.</summary>
public static class GetAttendance
{
    /// <summary>Sessions side by side.</summary>
    public const int Most = 12;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Answer>;

    /// <param name="Sessions">The latest, oldest first.</param>
    public sealed record Answer(string Code, string Name, IReadOnlyList<HeldSession> Sessions, IReadOnlyList<Row> Rows);

    /// <param name="Attended">At the sessions that are shown.</param>
    /// <param name="MissedInARow">Also before them.</param>
    /// <param name="IsOver">It is a member no more.</param>
    public sealed record Row(MemberLine Member, Attended Attended, int MissedInARow, bool IsOver);

    public sealed class Handler(CcriDbContext db, GroupAccess groups, GroupMembers members, AttendanceReader attendance, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var group = await db.WorkingGroups.AsNoTracking().SingleOrDefaultAsync(g => g.Code == request.Code, cancellationToken) ?? throw new NotFoundException("Working group", request.Code);
            var book = await attendance.ReadAsync(groups.Visible(db.Sessions.Where(s => s.WorkingGroupId == group.Id)), cancellationToken);
            var all = await members.ReadAsync(db.GroupMemberships.Where(m => m.WorkingGroupId == group.Id), cancellationToken);
            var today = calendar.Today;
            var rows = all.GroupBy(m => m.Key).Select(same => same.FirstOrDefault(m => m.HeldOn(today)) ?? same.Last())
                .Select(m => (Member: m, Whole: book.Of(group.Id, m.Key), IsOver: !m.HeldOn(today)))
                .Select(m => new Row(m.Member, m.Whole.Last(Most), m.Whole.MissedInARow, m.IsOver))
                .Where(r => !r.IsOver || r.Attended.Of > 0)
                .OrderBy(r => r.IsOver).ThenBy(r => r.Member.Category).ThenBy(r => r.Member.Name, StringComparer.Ordinal);
            return new Answer(group.Code, group.Name, [.. book.Sessions.Skip(Math.Max(0, book.Sessions.Count - Most))], [.. rows]);
        }
    }
}
