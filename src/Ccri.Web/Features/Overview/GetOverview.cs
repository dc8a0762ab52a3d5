using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>The state of the register on one page: figures, what needs somebody, where the territories lie, and the worst first.</summary>
public static class GetOverview
{
    public const int Rows = 50;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query : IRequest<Answer>;

    /// <param name="IsWhole">False for somebody who sees only the own territory: figures of the cohort would be wrong then.</param>
    /// <param name="NeedsYou">Only for those who can do something about it.</param>
    public sealed record Answer(bool IsWhole, int Territories, IReadOnlyList<TierFigure> Tiers, int Countries, int Confirmed,
        IReadOnlyList<Need>? NeedsYou, IReadOnlyList<FollowUp> FollowUps, IReadOnlyList<Stale> NotConfirmed, IReadOnlyList<Place> Places, IReadOnlyList<Row> Worst);

    public sealed record TierFigure(string Plural, int Named, int Capacity);

    /// <summary>One thing to do: for one territory, or for several at once.</summary>
    public sealed record Need(RegisterGap Gap, int Count, string? Territory, string? Slug);

    /// <summary>Something that the person who asks has taken on after a contact.</summary>
    /// <param name="DaysLate">Above zero once the due day has passed.</param>
    public sealed record FollowUp(Guid Id, string Territory, string Slug, string What, DateOnly Due, int DaysLate);

    /// <summary>Facts of a territory or an organisation that nobody has confirmed for two quarters.</summary>
    /// <param name="Address">Of its page, below the site's.</param>
    public sealed record Stale(string Name, string Address, int Facts);

    public sealed record Place(string Slug, string Name, double Latitude, double Longitude, bool IsIndividuallySupported, string Tier, bool IsConfirmed);

    public sealed record Row(string Slug, string Name, string? Tier, string? CountryCode, bool IsPlaceholder, Confidence? Participation, IReadOnlyList<RegisterGap> Gaps);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var visible = access.Visible(db.Territories);
            var records = await db.RecordsOf(visible, calendar.Today).ToListAsync(cancellationToken);
            var names = await visible.Select(t => new { t.Id, t.Slug, t.Name, t.Latitude, t.Longitude }).ToDictionaryAsync(t => t.Id, cancellationToken);
            var tiers = await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code).ToListAsync(cancellationToken);

            var worst = records.OrderByDescending(r => r.Urgency).ThenBy(r => r.SearchName, StringComparer.Ordinal).ThenBy(r => r.TerritoryId).ToList();
            return new Answer(
                access.SeesEveryTerritory,
                records.Count,
                [.. tiers.Select(t => new TierFigure(t.Plural, records.Count(r => r.Tier == t.Name && !r.IsPlaceholder), t.Capacity))],
                records.Select(r => r.CountryCode).OfType<string>().Distinct().Count(),
                records.Count(IsConfirmed),
                user.IsSystem || user.Has(Role.Officer, Role.Coordinator, Role.Territory) ? [.. Needs(worst, id => (names[id].Name, names[id].Slug))] : null,
                await FollowUps(cancellationToken),
                user.IsSystem || user.Has(Role.Officer, Role.Coordinator, Role.Territory) ? await NotConfirmed(visible, cancellationToken) : [],
                [.. from r in worst
                    let n = names[r.TerritoryId]
                    where n.Latitude is not null && n.Longitude is not null
                    select new Place(n.Slug, n.Name, n.Latitude!.Value, n.Longitude!.Value, r.HasIndividualSupport, r.Tier ?? "No tier", IsConfirmed(r))],
                [.. worst.Take(Rows).Select(r => new Row(names[r.TerritoryId].Slug, names[r.TerritoryId].Name, r.Tier, r.CountryCode, r.IsPlaceholder, r.Participation, r.Gaps))]);
        }

        /// <summary>Late first, then what is due soonest.</summary>
        private async Task<List<FollowUp>> FollowUps(CancellationToken cancellationToken)
        {
            var today = calendar.Today;
            var rows = await (from c in db.LoggedContacts
                              where c.FollowUpOwnerId == user.PersonId && user.PersonId != null && c.FollowUp != null && c.FollowUpDoneAt == null
                              join t in db.Territories on c.TerritoryId equals t.Id
                              orderby c.FollowUpDue, c.Id
                              select new { c.Id, t.Name, t.Slug, c.FollowUp, c.FollowUpDue }).Take(Rows).ToListAsync(cancellationToken);
            return [.. rows.Select(r => new FollowUp(r.Id, r.Name, r.Slug, r.FollowUp!, r.FollowUpDue!.Value, Math.Max(0, today.DayNumber - r.FollowUpDue!.Value.DayNumber)))];
        }

        private async Task<List<Stale>> NotConfirmed(IQueryable<Territory> visible, CancellationToken cancellationToken)
        {
            var since = calendar.StartOf(calendar.Today.AddMonths(-FactNote.MonthsUntilStale));
            var old = db.FactNotes.Where(n => (n.ConfirmedAt ?? n.RecordedAt) < since && n.Confidence != Confidence.Illustrative);
            var territories = await (from n in old
                                     join row in OfTerritories() on n.SubjectId equals row.Row
                                     join t in visible on row.Territory equals t.Id
                                     where n.Field == "" || n.SubjectId == t.Id
                                     group n by new { t.Name, t.Slug } into facts
                                     select new Stale(facts.Key.Name, "territories/" + facts.Key.Slug, facts.Count())).ToListAsync(cancellationToken);
            var organisations = access.SeesEveryTerritory
                ? await (from n in old
                         join row in OfOrganisations() on n.SubjectId equals row.Row
                         join o in db.Organisations on row.Organisation equals o.Id
                         group n by new { o.Name, o.Id } into facts
                         select new { facts.Key.Name, facts.Key.Id, Facts = facts.Count() }).ToListAsync(cancellationToken)
                : [];
            return [.. territories.Concat(organisations.Select(o => new Stale(o.Name, $"organisations/{o.Id}", o.Facts))).OrderByDescending(s => s.Facts).ThenBy(s => s.Address, StringComparer.Ordinal)];
        }

        /// <summary>The rows that the page of a territory shows with their source, to be confirmed there; plans, solutions and what belongs to them are not among them.</summary>
        private IQueryable<OfTerritory> OfTerritories() => db.Territories.Select(t => new OfTerritory { Row = t.Id, Territory = t.Id })
            .Concat(db.OrganisationRoles.Where(r => r.TerritoryId != null).Select(r => new OfTerritory { Row = r.Id, Territory = r.TerritoryId!.Value }))
            .Concat(db.GroupMemberships.NotOverBy(calendar.Today).Where(m => m.TerritoryId != null).Select(m => new OfTerritory { Row = m.Id, Territory = m.TerritoryId!.Value }))
            .Concat(db.NetworkMemberships.NotOverBy(calendar.Today).Where(m => m.TerritoryId != null).Select(m => new OfTerritory { Row = m.Id, Territory = m.TerritoryId!.Value }))
            .Concat(db.ClusterMembers.Select(m => new OfTerritory { Row = m.Id, Territory = m.TerritoryId }));

        private sealed class OfTerritory
        {
            public Guid Row { get; init; }
            public Guid Territory { get; init; }
        }

        /// <summary>The rows that belong to an organisation and to no territory: itself, its roles in the initiative, its networks.</summary>
        private IQueryable<OfOrganisation> OfOrganisations() => db.Organisations.Select(o => new OfOrganisation { Row = o.Id, Organisation = o.Id })
            .Concat(db.OrganisationRoles.Where(r => r.TerritoryId == null).Select(r => new OfOrganisation { Row = r.Id, Organisation = r.OrganisationId }))
            .Concat(db.NetworkMemberships.Where(m => m.OrganisationId != null).Select(m => new OfOrganisation { Row = m.Id, Organisation = m.OrganisationId!.Value }));

        private sealed class OfOrganisation
        {
            public Guid Row { get; init; }
            public Guid Organisation { get; init; }
        }

        private static bool IsConfirmed(RegisterRecord record) => record.Participation is Confidence.High or Confidence.Medium;

        /// <summary>Worst kind first; a kind that two territories share at most names them, a more common one is counted.</summary>
        private static IEnumerable<Need> Needs(IReadOnlyList<RegisterRecord> worst, Func<Guid, (string Name, string Slug)> territory)
        {
            foreach (var gap in Enum.GetValues<RegisterGap>())
            {
                var lacking = worst.Where(r => r.Gaps.Contains(gap)).ToList();
                if (lacking.Count > 2)
                    yield return new Need(gap, lacking.Count, null, null);
                else
                    foreach (var record in lacking)
                        yield return new Need(gap, 1, territory(record.TerritoryId).Name, territory(record.TerritoryId).Slug);
            }
        }
    }
}
