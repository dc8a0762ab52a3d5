using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Everything the register knows of one organisation but its contacts, which are personal.</summary>
public static class GetOrganisation
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Desk)]
    public sealed record Query(Guid Id) : IRequest<Details>;

    public sealed record Details(Profile Profile, IReadOnlyList<RoleRow> Roles, IReadOnlyList<NetworkRow> Networks);

    /// <summary>The organisation's own row.</summary>
    public sealed record Profile(Guid Id, string Name, string? Acronym, string? CountryCode, string? Country, string? Notes)
    {
        public SourceLine? Source { get; init; }
    }

    /// <param name="Slug">Of the territory, when the role is for one.</param>
    public sealed record RoleRow(Guid Id, OrganisationRoleKind Kind, string? Territory, string? Slug, string? Group, string? GroupCode, string? Unit, DateOnly? From, DateOnly? To)
    {
        public bool IsOver { get; init; }
        public Guid? TerritoryId { get; init; }

        /// <summary>Whether to show what changes it.</summary>
        public bool MayEdit { get; init; }

        /// <summary>Why it exists although the tier does not entitle to it; not for readers from outside the office.</summary>
        public string? Exception { get; init; }
        public SourceLine? Source { get; init; }
    }

    public sealed record NetworkRow(Guid Id, string Name, DateOnly? From, DateOnly? To)
    {
        public bool IsOver { get; init; }
        public SourceLine? Source { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Details>
    {
        public async Task<Details> Handle(Query request, CancellationToken cancellationToken)
        {
            var (id, today) = (request.Id, calendar.Today);
            var profile = await db.Organisations.Where(o => o.Id == id)
                .Select(o => new Profile(o.Id, o.Name, o.Acronym, o.CountryCode, db.Countries.Where(c => c.Code == o.CountryCode).Select(c => c.Name).FirstOrDefault(), o.Notes))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Organisation", id);
            var roles = await Roles(id, cancellationToken);
            var networks = await (from m in db.NetworkMemberships.Where(m => m.OrganisationId == id)
                                  join n in db.Networks on m.NetworkId equals n.Id
                                  orderby n.Name, m.From, m.Id
                                  select new NetworkRow(m.Id, n.Name, m.From, m.To)).ToListAsync(cancellationToken);
            var notes = await db.NotesOf([id, .. roles.Select(r => r.Id), .. networks.Select(n => n.Id)], cancellationToken);
            var exceptions = user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator) ? await Exceptions([.. roles.Select(r => r.Id)], cancellationToken) : [];
            SourceLine? SourceOf(Guid row) => SourceLine.Of(notes.GetValueOrDefault(row), calendar);
            return new Details(
                profile with { Source = SourceOf(id) },
                [.. roles.Select(r => r with { IsOver = r.To < today, MayEdit = access.MayEditForOffice(r.TerritoryId), Exception = exceptions.GetValueOrDefault(r.Id), Source = SourceOf(r.Id) })],
                [.. networks.Select(n => n with { IsOver = n.To < today, Source = SourceOf(n.Id) })]);
        }

        private async Task<List<RoleRow>> Roles(Guid id, CancellationToken cancellationToken) =>
            [.. (await (from r in db.OrganisationRoles.Where(r => r.OrganisationId == id)
                        join t in db.Territories on r.TerritoryId equals t.Id into territories
                        from territory in territories.DefaultIfEmpty()
                        join g in db.WorkingGroups on r.WorkingGroupId equals g.Id into groups
                        from workingGroup in groups.DefaultIfEmpty()
                        orderby r.Id
                        select new RoleRow(r.Id, r.Kind, territory!.Name, territory.Slug, workingGroup!.Name, workingGroup.Code, r.Unit, r.From, r.To) { TerritoryId = r.TerritoryId }).ToListAsync(cancellationToken))
                .OrderBy(r => r.Kind).ThenBy(r => r.Territory ?? r.Group, StringComparer.Ordinal).ThenByDescending(r => r.From).ThenBy(r => r.Id)];

        private async Task<Dictionary<Guid, string>> Exceptions(Guid[] roles, CancellationToken cancellationToken) =>
            (await db.Acceptances.Where(a => a.Rule == Acceptance.TierEntitlement && roles.Contains(a.SubjectId)).OrderBy(a => a.At).ThenBy(a => a.Id)
                .Select(a => new { a.SubjectId, a.Reason }).ToListAsync(cancellationToken))
            .GroupBy(a => a.SubjectId).ToDictionary(role => role.Key, role => role.Last().Reason);
    }
}
