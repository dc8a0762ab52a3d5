using AutoMapper.QueryableExtensions;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>The thematic working groups with their leader, members and sessions, the user's own first; a territory contact sees only the own territory among the members.</summary>
public static class ListWorkingGroups
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query : IRequest<IReadOnlyList<Row>>;

    public sealed record Row
    {
        public Guid Id { get; init; }
        public required string Code { get; init; }
        public required string Name { get; init; }
        public string? EarlierWording { get; init; }
        public List<string> Topics { get; init; } = [];
        public int? ReportDue { get; init; }
        public string? Leader { get; init; }
        public IReadOnlyList<Member> Members { get; init; } = [];

        /// <summary>Whether the user leads it, or coordinates a part of it.</summary>
        public bool IsOwn { get; init; }
        public SessionLine? Next { get; init; }
        public SessionLine? Last { get; init; }
        public int OpenFollowUps { get; init; }
    }

    public sealed record Member(Guid GroupId, MemberCategory Category, string Name, string? Slug, Confidence? Confidence);

    public sealed class Mapping : AutoMapper.Profile
    {
        public Mapping() => CreateProjection<WorkingGroup, Row>()
            .ForMember(r => r.Leader, member => member.Ignore())
            .ForMember(r => r.Members, member => member.Ignore())
            .ForMember(r => r.IsOwn, member => member.Ignore())
            .ForMember(r => r.Next, member => member.Ignore())
            .ForMember(r => r.Last, member => member.Ignore())
            .ForMember(r => r.OpenFollowUps, member => member.Ignore());
    }

    public sealed class Handler(CcriDbContext db, Access access, GroupAccess own, AutoMapper.IMapper mapper, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var groups = await db.WorkingGroups.OrderBy(g => g.Name).ThenBy(g => g.Id).ProjectTo<Row>(mapper.ConfigurationProvider).ToListAsync(cancellationToken);
            var leaders = (await (from r in db.OrganisationRoles.NotOverBy(calendar.Today)
                                  where r.Kind == OrganisationRoleKind.GroupLeader
                                  join o in db.Organisations on r.OrganisationId equals o.Id
                                  orderby r.Id
                                  select new { r.WorkingGroupId, Name = o.Acronym ?? o.Name }).ToListAsync(cancellationToken)).ToLookup(r => r.WorkingGroupId!.Value, r => r.Name);
            var members = (await Members(cancellationToken)).ToLookup(m => m.GroupId);
            var visible = own.Visible(db.Sessions.Where(s => s.WorkingGroupId != null));
            var sessions = (await visible.OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Select(SessionLine.Of).ToListAsync(cancellationToken)).ToLookup(s => s.GroupId!.Value);
            var ahead = (await own.Ahead(db.Sessions.Where(s => s.WorkingGroupId != null), now).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Select(SessionLine.Of).ToListAsync(cancellationToken)).ToLookup(s => s.GroupId!.Value);
            var open = await visible.SelectMany(s => s.Items.Where(i => i.Kind == ItemKind.Action && i.DoneAt == null), (s, i) => s.WorkingGroupId!.Value).GroupBy(id => id)
                .Select(of => new { of.Key, Count = of.Count() }).ToDictionaryAsync(of => of.Key, of => of.Count, cancellationToken);
            var ownGroups = own.OwnGroups;
            return [.. groups.Select(g => g with
            {
                Leader = leaders[g.Id].FirstOrDefault(),
                Members = [.. members[g.Id].OrderBy(m => m.Category).ThenBy(m => m.Name, StringComparer.Ordinal)],
                IsOwn = ownGroups.Contains(g.Id),
                Next = ahead[g.Id].FirstOrDefault(),
                Last = sessions[g.Id].LastOrDefault(s => s.StartsAt <= now),
                OpenFollowUps = open.GetValueOrDefault(g.Id),
            }).OrderBy(g => !g.IsOwn)];
        }

        private async Task<List<Member>> Members(CancellationToken cancellationToken)
        {
            var territories = await (from m in db.GroupMemberships.NotOverBy(calendar.Today)
                                     join t in access.Visible(db.Territories) on m.TerritoryId equals t.Id
                                     select new Member(m.WorkingGroupId, m.Category, t.Name, t.Slug,
                                         db.FactNotes.Where(n => n.SubjectId == m.Id).Select(n => (Confidence?)n.Confidence).FirstOrDefault()))
                .ToListAsync(cancellationToken);
            var organisations = await (from m in db.GroupMemberships.NotOverBy(calendar.Today)
                                       join o in db.Organisations on m.OrganisationId equals o.Id
                                       select new Member(m.WorkingGroupId, m.Category, o.Name, null,
                                           db.FactNotes.Where(n => n.SubjectId == m.Id).Select(n => (Confidence?)n.Confidence).FirstOrDefault()))
                .ToListAsync(cancellationToken);
            return [.. territories, .. organisations];
        }
    }
}
