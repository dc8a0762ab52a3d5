using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>A working group: when it meets, who comes, what is to be done and what it has collected. A territory contact sees only the own territory among the members, the desk no live work.</summary>
public static class GetGroup
{
    /// <summary>Follow-ups that its page shows.</summary>
    public const int MostFollowUps = 8;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Code) : IRequest<Answer>;

    public sealed record Answer(Guid Id, string Code, string Name, string? EarlierWording, IReadOnlyList<string> Topics, int? ReportDue, string? Notes)
    {
        public SourceLine? Source { get; init; }
        public IReadOnlyList<Leader> Leaders { get; init; } = [];

        /// <summary>Present ones and those to come, by category; ended ones apart.</summary>
        public IReadOnlyList<Member> Members { get; init; } = [];
        public IReadOnlyList<MemberLine> Former { get; init; } = [];
        public IReadOnlyList<Part> SubGroups { get; init; } = [];
        public SessionLine? Next { get; init; }
        public SessionLine? Last { get; init; }

        /// <summary>Sessions and events of the group that the user may read.</summary>
        public int Sessions { get; init; }
        public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];
        public int OpenFollowUps { get; init; }

        /// <summary>How many items of each kind are in its report.</summary>
        public IReadOnlyDictionary<ItemKind, int> Items { get; init; } = new Dictionary<ItemKind, int>();

        /// <summary>Whether the whole of the attendance is the user's to see.</summary>
        public bool SeesAttendance { get; init; }
        public bool MayLog { get; init; }
        public bool MayLead { get; init; }
    }

    public sealed record Leader(Guid OrganisationId, string Name);

    /// <param name="Attended">Empty where nobody is to see it.</param>
    public sealed record Member(MemberLine Line, Attended? Attended, SourceLine? Source);

    public sealed record Part(Guid Id, string Name, string? Coordinator, IReadOnlyList<string> Members, DateOnly? From, DateOnly? To, SourceLine? Source);

    public sealed record FollowUp(Guid ItemId, Guid SessionId, string Text, string? Owner, DateOnly? Due);

    public sealed class Handler(CcriDbContext db, CurrentUser user, GroupAccess groups, GroupMembers members, AttendanceReader attendance, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var group = await db.WorkingGroups.AsNoTracking().SingleOrDefaultAsync(g => g.Code == request.Code, cancellationToken) ?? throw new NotFoundException("Working group", request.Code);
            var (id, today, now) = (group.Id, calendar.Today, clock.GetUtcNow().UtcDateTime);
            var visible = groups.Visible(db.Sessions.Where(s => s.WorkingGroupId == id));
            var lines = await members.ReadAsync(db.GroupMemberships.Where(m => m.WorkingGroupId == id), cancellationToken);
            var parts = await db.SubGroups.AsNoTracking().Include(s => s.Members).Where(s => s.WorkingGroupId == id).ToListAsync(cancellationToken);
            var sources = await SourcesAsync([id, .. lines.Select(m => m.Id), .. parts.Select(p => p.Id)], cancellationToken);
            var seesMarks = groups.SeesAll || user.Has(Role.Territory);
            var book = seesMarks ? await attendance.ReadAsync(visible, cancellationToken) : null;
            var open = visible.SelectMany(s => s.Items).Where(i => i.Kind == ItemKind.Action && i.DoneAt == null);
            return new Answer(id, group.Code, group.Name, group.EarlierWording, group.Topics, group.ReportDue, group.Notes)
            {
                Source = sources.GetValueOrDefault(id),
                Leaders = await LeadersAsync(id, today, cancellationToken),
                Members = [.. lines.Where(m => m.To is null || m.To >= today).Select(m => new Member(m, groups.SeesAll || m.IsTerritory ? book?.Of(id, m.Key) : null, sources.GetValueOrDefault(m.Id)))],
                Former = [.. lines.Where(m => m.To < today)],
                SubGroups = [.. parts.OrderBy(p => p.To < today).ThenBy(p => p.Name, StringComparer.Ordinal).Select(p => PartOf(p, lines, sources.GetValueOrDefault(p.Id)))],
                Next = await groups.Ahead(db.Sessions.Where(s => s.WorkingGroupId == id), now).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Select(SessionLine.Of).FirstOrDefaultAsync(cancellationToken),
                Last = await visible.Where(s => s.StartsAt <= now).OrderByDescending(s => s.StartsAt).ThenByDescending(s => s.Id).Select(SessionLine.Of).FirstOrDefaultAsync(cancellationToken),
                Sessions = await visible.CountAsync(cancellationToken),
                FollowUps = seesMarks ? await FollowUpsAsync(open, cancellationToken) : [],
                OpenFollowUps = seesMarks ? await open.CountAsync(cancellationToken) : 0,
                Items = await visible.SelectMany(s => s.Items).Where(i => i.LeftOutReason == null).GroupBy(i => i.Kind).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(k => k.Key, k => k.Count, cancellationToken),
                SeesAttendance = groups.SeesAll, MayLead = groups.MayLead(id), MayLog = groups.MayLead(id) || groups.OwnGroups.Contains(id),
            };
        }

        private async Task<IReadOnlyList<Leader>> LeadersAsync(Guid id, DateOnly today, CancellationToken cancellationToken) =>
            await (from r in db.OrganisationRoles.NotOverBy(today)
                   where r.Kind == OrganisationRoleKind.GroupLeader && r.WorkingGroupId == id
                   join o in db.Organisations on r.OrganisationId equals o.Id
                   orderby r.Id
                   select new Leader(o.Id, o.Acronym ?? o.Name)).ToListAsync(cancellationToken);

        /// <summary>Members that are not the reader's to see are left out by name.</summary>
        private static Part PartOf(SubGroup part, IReadOnlyList<MemberLine> lines, SourceLine? source)
        {
            var own = lines.Where(m => part.Members.Any(p => p.MembershipId == m.Id)).ToList();
            return new Part(part.Id, part.Name, own.Find(m => m.Id == part.CoordinatorMembershipId)?.Name, [.. own.Select(m => m.Name)], part.From, part.To, source);
        }

        /// <summary>The most urgent ones.</summary>
        private async Task<IReadOnlyList<FollowUp>> FollowUpsAsync(IQueryable<SessionItem> open, CancellationToken cancellationToken) =>
            await open.OrderBy(i => i.Due == null).ThenBy(i => i.Due).ThenBy(i => i.Id).Take(MostFollowUps)
                .Select(i => new FollowUp(i.Id, i.SessionId, i.Text, db.Territories.Where(t => t.Id == i.OwnerTerritoryId).Select(t => t.Name).FirstOrDefault() ?? db.Persons.Where(p => p.Id == i.OwnerId).Select(p => p.Name).FirstOrDefault(), i.Due))
                .ToListAsync(cancellationToken);

        private async Task<Dictionary<Guid, SourceLine>> SourcesAsync(Guid[] subjects, CancellationToken cancellationToken) =>
            (await db.FactNotes.AsNoTracking().Where(n => subjects.Contains(n.SubjectId) && n.Field == "").ToListAsync(cancellationToken))
            .Where(n => n.Sources.Count > 0).ToDictionary(n => n.SubjectId, n => SourceLine.Of(n, calendar)!);
    }
}
