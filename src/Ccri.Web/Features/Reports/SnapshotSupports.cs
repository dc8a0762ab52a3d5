using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Features.Reports.Documents;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The support of a snapshot's period: what was given to each territory, and what was planned for it.</summary>
internal static class SnapshotSupports
{
    /// <returns>By territory, in the order of their days.</returns>
    public static async Task<ILookup<Guid, SnapshotActivity>> ReadAsync(CcriDbContext db, IQueryable<Guid> of, SnapshotPeriod period, CancellationToken cancellationToken)
    {
        var (first, last) = (period.From, period.To);
        var activities = await (from a in db.SupportActivities.AsNoTracking().AsSplitQuery().Include(a => a.Territories).Include(a => a.Needs).Where(a => a.On >= first && a.On <= last)
                                join o in db.Organisations on a.OrganisationId equals (Guid?)o.Id into organisations
                                from organisation in organisations.DefaultIfEmpty()
                                orderby a.On, a.Id
                                select new { Activity = a, Organisation = organisation!.Acronym ?? organisation.Name }).ToListAsync(cancellationToken);
        var territories = await of.ToHashSetAsync(cancellationToken);
        var numbers = await db.Needs.Where(n => of.Contains(n.TerritoryId)).Select(n => new { n.Id, n.Number }).ToDictionaryAsync(n => n.Id, n => n.Number, cancellationToken);
        var exceptions = (await db.Acceptances.AsNoTracking().Where(a => a.Rule == Acceptance.TierEntitlement && a.TerritoryId != null && of.Contains(a.TerritoryId.Value)).ToListAsync(cancellationToken))
            .OrderBy(a => a.At).ThenBy(a => a.Id).ToLookup(a => (a.SubjectId, a.TerritoryId!.Value), a => a.Reason);
        return activities.SelectMany(a => Of(a.Activity, a.Organisation).Where(x => territories.Contains(x.Territory))).ToLookup(x => x.Territory, x => x.Activity);

        IEnumerable<(Guid Territory, SnapshotActivity Activity)> Of(SupportActivity activity, string? organisation)
        {
            var all = activity.Territories.Select(t => t.TerritoryId).ToList();
            var shares = ExpertDays.Share(activity.Days ?? 0, all);
            return all.Select(territory => (territory, new SnapshotActivity(activity.Id, activity.Type, activity.Title, activity.On, activity.Until,
                activity.Days is null ? null : SnapshotReading.Plain(shares[territory]), SnapshotReading.Plain(activity.Hours), activity.Participants, all.Count)
            {
                OrganisationId = activity.OrganisationId, Organisation = organisation, Outcome = activity.Outcome, Satisfaction = SnapshotReading.Plain(activity.Satisfaction),
                Needs = [.. activity.Needs.Where(n => n.TerritoryId == territory && numbers.ContainsKey(n.NeedId)).Select(n => numbers[n.NeedId]).Order()],
                Exception = exceptions[(activity.Id, territory)].LastOrDefault(),
            }));
        }
    }

    /// <summary>The same of every territory there is, as the log stands now. Snapshots are taken at different hours, and an activity that was changed in between would count twice or not at all.</summary>
    public static async Task<ProgrammeSupport> OfAllAsync(CcriDbContext db, SnapshotPeriod period, CancellationToken cancellationToken)
    {
        var all = db.Territories.Select(t => t.Id);
        return new ProgrammeSupport(await ReadAsync(db, all, period, cancellationToken), await PlannedAsync(db, all, period, cancellationToken), await db.Territories.Select(t => new { t.Id, t.Name }).ToDictionaryAsync(t => t.Id, t => t.Name, cancellationToken));
    }

    /// <returns>By territory, in the order of the partners' names.</returns>
    public static async Task<ILookup<Guid, SnapshotPlannedDays>> PlannedAsync(CcriDbContext db, IQueryable<Guid> of, SnapshotPeriod period, CancellationToken cancellationToken)
    {
        var (first, last) = (period.From, period.To);
        var planned = await (from p in db.PlannedDays.Where(p => p.Quarter >= first && p.Quarter <= last && of.Contains(p.TerritoryId))
                             join o in db.Organisations on p.OrganisationId equals o.Id
                             select new { p.TerritoryId, p.OrganisationId, Organisation = o.Acronym ?? o.Name, p.Days }).ToListAsync(cancellationToken);
        return planned.GroupBy(p => (p.TerritoryId, p.OrganisationId, p.Organisation)).OrderBy(g => g.Key.Organisation, StringComparer.Ordinal).ThenBy(g => g.Key.OrganisationId)
            .ToLookup(g => g.Key.TerritoryId, g => new SnapshotPlannedDays(g.Key.OrganisationId, g.Key.Organisation, SnapshotReading.Plain(g.Sum(p => p.Days))));
    }
}
