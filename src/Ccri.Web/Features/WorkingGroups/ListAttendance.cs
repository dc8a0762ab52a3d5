using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>How often the territories came to the sessions of their groups, those that came least first, and who has been missing for a while.</summary>
public static class ListAttendance
{
    /// <param name="Group">The code of one group; empty for all.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string? Group = null, DateOnly? From = null, DateOnly? To = null) : IRequest<Answer>;

    /// <param name="Groups">Those that are shown side by side.</param>
    /// <param name="Choices">All groups.</param>
    /// <param name="Missing">Territories and organisations that missed three sessions of a group in a row, or more; the longest first.</param>
    public sealed record Answer(IReadOnlyList<Group> Groups, IReadOnlyList<Group> Choices, int Sessions, IReadOnlyList<Row> Rows, IReadOnlyList<Absent> Missing);

    public sealed record Group(Guid Id, string Code, string Name);

    /// <param name="Of">Group by group, in their order; empty where it is no member and never was.</param>
    public sealed record Row(string Name, string Slug, IReadOnlyList<Attended?> Of, Attended Together);

    public sealed record Absent(string Name, string? Slug, string Code, string Group, int Times, DateOnly? LastCame);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.To).NotBefore(q => q.From);
    }

    public sealed class Handler(CcriDbContext db, GroupAccess access, GroupMembers members, AttendanceReader attendance, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var all = (await db.WorkingGroups.Select(g => new Group(g.Id, g.Code, g.Name)).ToListAsync(cancellationToken)).OrderBy(g => g.Name, StringComparer.Ordinal).ToList();
            var shown = string.IsNullOrEmpty(request.Group) ? all : all.FindAll(g => g.Code == request.Group);
            var book = await attendance.ReadAsync(Held(request, [.. shown.Select(g => g.Id)]), cancellationToken);
            var today = calendar.Today;
            var lines = (await members.ReadAsync(db.GroupMemberships, cancellationToken)).Where(m => shown.Exists(g => g.Id == m.GroupId))
                .GroupBy(m => (m.GroupId, m.Key)).Select(same => (Member: same.Last(), Attended: book.Of(same.Key.GroupId, same.Key.Key), IsMember: same.Any(m => m.HeldOn(today))))
                .Where(m => m.IsMember || m.Attended.Of > 0).ToList();
            return new Answer(shown, all, book.Sessions.Count, [.. Rows(lines, shown)], [.. lines.Where(m => m.IsMember && m.Attended.MissedInARow >= Attended.TooOften)
                .Select(m => (m.Member, m.Attended, Group: shown.Find(g => g.Id == m.Member.GroupId)!))
                .Select(m => new Absent(m.Member.Name, m.Member.Slug, m.Group.Code, m.Group.Name, m.Attended.MissedInARow, LastCame(book, m.Group.Id, m.Member.Key)))
                .OrderByDescending(m => m.Times).ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Group, StringComparer.Ordinal)]);
        }

        private IQueryable<Session> Held(Query request, Guid[] groups)
        {
            var sessions = access.Visible(db.Sessions.Where(s => s.WorkingGroupId != null && groups.Contains(s.WorkingGroupId.Value)));
            if (request.From is { } from)
                sessions = sessions.Where(s => s.On >= from);
            if (request.To is { } to)
                sessions = sessions.Where(s => s.On <= to);
            return sessions;
        }

        /// <summary>The worst first; who was never expected comes last.</summary>
        private static IEnumerable<Row> Rows(IEnumerable<(MemberLine Member, Attended Attended, bool IsMember)> lines, IReadOnlyList<Group> shown) =>
            lines.Where(l => l.Member.IsTerritory).GroupBy(l => l.Member.Key)
                .Select(of => new Row(of.First().Member.Name, of.First().Member.Slug!,
                    [.. shown.Select(g => of.Where(l => l.Member.GroupId == g.Id).Select(l => l.Attended).FirstOrDefault())], new Attended([.. of.SelectMany(l => l.Attended.Marks)])))
                .OrderBy(r => r.Together.Rate is null).ThenBy(r => r.Together.Rate).ThenByDescending(r => r.Together.Of).ThenBy(r => r.Name, StringComparer.Ordinal);

        private static DateOnly? LastCame(AttendanceBook book, Guid groupId, Guid key) =>
            book.Sessions.LastOrDefault(s => s.GroupId == groupId && book.Marks.GetValueOrDefault((s.Id, key)) == Presence.Present)?.On;
    }
}
