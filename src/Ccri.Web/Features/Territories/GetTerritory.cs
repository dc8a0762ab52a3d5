using System.Text.Json.Serialization;
using AutoMapper;
using AutoMapper.QueryableExtensions;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>Everything the register knows of one territory, each fact with its source.</summary>
public static class GetTerritory
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Slug) : IRequest<Details>;

    public sealed record Details(Profile Profile, IReadOnlyList<ParticipationRow> Participations, IReadOnlyList<RoleRow> Roles, IReadOnlyList<GroupRow> Groups,
        IReadOnlyList<NetworkRow> Networks, IReadOnlyList<MemberRow> Members, IReadOnlyDictionary<string, SourceLine> Sources, IReadOnlyList<RegisterGap> Gaps)
    {
        /// <param name="fact">The property of the territory, or the id of the row that the fact is.</param>
        public SourceLine? SourceOf(object fact) => Sources.GetValueOrDefault(fact.ToString()!);
    }

    /// <summary>The territory's own row.</summary>
    public sealed record Profile
    {
        public Guid Id { get; init; }
        public required string Slug { get; init; }
        public required string Name { get; init; }
        public bool IsPlaceholder { get; init; }
        public TerritoryType? Type { get; init; }
        public string? CountryCode { get; init; }
        public int? Population { get; init; }
        public string? NutsCode { get; init; }
        public int? NutsVersion { get; init; }
        public string? NutsNote { get; init; }
        public UrbanRural? UrbanRural { get; init; }
        public List<string> Sectors { get; init; } = [];
        public string? PublishedSolution { get; init; }
        public double? Latitude { get; init; }
        public double? Longitude { get; init; }
        public string? Notes { get; init; }

        /// <summary>The country's name; not a column of the territory.</summary>
        public string? Country { get; init; }
    }

    public sealed record ParticipationRow(string Cohort, string? CohortNote, string Tier, DateOnly? From, DateOnly? To, ParticipationEnd? EndedBy, string? EndReason)
    {
        /// <summary>For the link that puts its days right; no part of what is exported.</summary>
        [JsonIgnore] public Guid Id { get; init; }
    }

    public sealed record RoleRow(OrganisationRoleKind Kind, string Organisation, string? Acronym, string? Unit, DateOnly? From, DateOnly? To, Guid Id, Guid OrganisationId);

    public sealed record GroupRow(string Code, string Name, Guid MembershipId);

    public sealed record NetworkRow(string Code, string Name, NetworkKind Kind, string? Through, Guid MembershipId);

    public sealed record MemberRow(string Name, string? CountryCode, DateOnly? From, DateOnly? To, Guid Id);

    public sealed class Mapping : AutoMapper.Profile
    {
        public Mapping() => CreateProjection<Territory, Profile>().ForMember(p => p.Country, member => member.Ignore());
    }

    public sealed class Handler(CcriDbContext db, Access access, IMapper mapper, ProgrammeCalendar calendar) : IRequestHandler<Query, Details>
    {
        public async Task<Details> Handle(Query request, CancellationToken cancellationToken)
        {
            var profile = await db.Territories.Where(t => t.Slug == request.Slug).ProjectTo<Profile>(mapper.ConfigurationProvider).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireRead(profile.Id);
            var (id, today) = (profile.Id, calendar.Today);
            var participations = await (from p in db.Participations.Where(p => p.TerritoryId == id)
                                        join cohort in db.Cohorts on p.CohortId equals cohort.Id
                                        join tier in db.Tiers on p.TierId equals tier.Id
                                        orderby (p.From == null || p.From <= today) && (p.To == null || p.To >= today) descending, p.From descending, p.Id descending
                                        select new ParticipationRow(cohort.Name, cohort.Note, tier.Name, p.From, p.To, p.EndedBy, p.EndReason) { Id = p.Id }).ToListAsync(cancellationToken);
            var roles = await (from r in db.OrganisationRoles.Where(r => r.TerritoryId == id)
                               join o in db.Organisations on r.OrganisationId equals o.Id
                               orderby r.Id
                               select new RoleRow(r.Kind, o.Name, o.Acronym, r.Unit, r.From, r.To, r.Id, o.Id)).ToListAsync(cancellationToken);
            var groups = await (from m in db.GroupMemberships.NotOverBy(today).Where(m => m.TerritoryId == id)
                                join g in db.WorkingGroups on m.WorkingGroupId equals g.Id
                                orderby g.Name
                                select new GroupRow(g.Code, g.Name, m.Id)).ToListAsync(cancellationToken);
            var networks = await (from m in db.NetworkMemberships.NotOverBy(today).Where(m => m.TerritoryId == id)
                                  join n in db.Networks on m.NetworkId equals n.Id
                                  orderby n.Name
                                  select new NetworkRow(n.Code, n.Name, n.Kind, m.Through, m.Id)).ToListAsync(cancellationToken);
            var members = await db.ClusterMembers.Where(m => m.TerritoryId == id).OrderBy(m => m.Name).ThenBy(m => m.Id)
                .Select(m => new MemberRow(m.Name, m.CountryCode, m.From, m.To, m.Id)).ToListAsync(cancellationToken);
            var country = await db.Countries.Where(c => c.Code == profile.CountryCode).Select(c => c.Name).SingleOrDefaultAsync(cancellationToken);
            var gaps = (await db.RecordsOf(db.Territories.Where(t => t.Id == id), today).SingleAsync(cancellationToken)).Gaps;
            Guid[] subjects = [id, .. roles.Select(r => r.Id), .. groups.Select(g => g.MembershipId), .. networks.Select(n => n.MembershipId), .. members.Select(m => m.Id)];
            var inOrder = roles.OrderBy(r => r.Kind).ThenBy(r => r.Organisation, StringComparer.Ordinal).ThenBy(r => r.Unit, StringComparer.Ordinal).ToList();
            return new Details(profile with { Country = country }, participations, inOrder, groups, networks, members, await Sources(subjects, cancellationToken), gaps);
        }

        private async Task<Dictionary<string, SourceLine>> Sources(Guid[] subjects, CancellationToken cancellationToken) =>
            (await db.FactNotes.AsNoTracking().Where(n => subjects.Contains(n.SubjectId)).ToListAsync(cancellationToken))
            .Where(n => n.Sources.Count > 0 && (n.SubjectId == subjects[0] || n.Field.Length == 0)) // of other rows, what is said of the row as a whole
            .ToDictionary(n => n.Field.Length == 0 ? n.SubjectId.ToString() : n.Field, n => SourceLine.Of(n, calendar)!);
    }
}
