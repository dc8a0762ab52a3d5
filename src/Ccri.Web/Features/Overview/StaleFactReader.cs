using Ccri.Domain.Knowledge;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>Facts of a territory or an organisation that nobody has confirmed for two quarters.</summary>
/// <param name="Address">Of its page, below the site's.</param>
public sealed record StaleFacts(string Name, string Address, int Facts);

/// <summary>Counts the facts that nobody has looked at for two quarters, by the page on which they are confirmed.</summary>
public sealed class StaleFactReader(CcriDbContext db, Access access, ProgrammeCalendar calendar)
{
    public async Task<IReadOnlyList<StaleFacts>> ReadAsync(IQueryable<Territory> visible, CancellationToken cancellationToken)
    {
        var since = calendar.StartOf(calendar.Today.AddMonths(-FactNote.MonthsUntilStale));
        var old = db.ConfirmableFacts().Where(n => (n.ConfirmedAt ?? n.RecordedAt) < since);
        var territories = await (from n in old
                                 join row in db.FactRows(calendar.Today) on n.SubjectId equals row.Row
                                 join t in visible on row.Territory equals t.Id
                                 where n.Field == "" || n.SubjectId == t.Id
                                 group n by new { t.Name, t.Slug } into facts
                                 select new StaleFacts(facts.Key.Name, "territories/" + facts.Key.Slug, facts.Count())).ToListAsync(cancellationToken);
        var organisations = access.SeesEveryTerritory
            ? await (from n in old
                     join row in OfOrganisations() on n.SubjectId equals row.Row
                     join o in db.Organisations on row.Organisation equals o.Id
                     group n by new { o.Name, o.Id } into facts
                     select new { facts.Key.Name, facts.Key.Id, Facts = facts.Count() }).ToListAsync(cancellationToken)
            : [];
        return [.. territories.Concat(organisations.Select(o => new StaleFacts(o.Name, $"organisations/{o.Id}", o.Facts))).OrderByDescending(s => s.Facts).ThenBy(s => s.Address, StringComparer.Ordinal)];
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
}
