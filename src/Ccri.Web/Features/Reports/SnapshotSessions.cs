using Ccri.Domain.Reports;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The sessions and events of a snapshot's period that were held: what lies ahead, and who is only expected, counts nowhere.</summary>
public static class SnapshotSessions
{
    /// <param name="now">UTC.</param>
    /// <returns>By territory, in the order in which they took place.</returns>
    public static async Task<ILookup<Guid, SnapshotSession>> ReadAsync(CcriDbContext db, IQueryable<Guid> of, SnapshotPeriod period, DateTime now, CancellationToken cancellationToken)
    {
        var sessions = await Held(db, period, now).Include(s => s.Attendees).Include(s => s.Items).ThenInclude(i => i.Territories).ToListAsync(cancellationToken);
        var (groups, territories) = (await GroupsAsync(db, cancellationToken), await of.ToHashSetAsync(cancellationToken));
        return sessions.SelectMany(Of).ToLookup(x => x.Territory, x => x.Session);

        IEnumerable<(Guid Territory, SnapshotSession Session)> Of(Session session)
        {
            var presence = session.Attendees.Where(a => a.TerritoryId is not null && a.Presence != Presence.Expected).ToDictionary(a => a.TerritoryId!.Value, a => a.Presence);
            var items = (session.State == SessionState.Final ? session.Items : []).SelectMany(i => i.Territories.Select(t => t.TerritoryId).Concat(i.OwnerTerritoryId is { } owner ? [owner] : []).Distinct().Select(id => (Territory: id, Item: i))).ToLookup(x => x.Territory, x => x.Item);
            return presence.Keys.Union(items.Select(g => g.Key)).Where(territories.Contains).Select(id => (id, new SnapshotSession(session.Id, session.WorkingGroupId is { } group ? groups[group] : null, session.Kind, session.Topic, session.On, session.LastOn, session.Format,
                presence.TryGetValue(id, out var there) ? there : null)
            {
                Items = [.. items[id].OrderBy(i => i.Number).Select(i => new SnapshotSessionItem(i.Kind, i.Text, i.Dimension))],
            }));
        }
    }

    /// <summary>What all groups did, as the log stands now: it is asked once for the overview, so that nothing counts twice or not at all.</summary>
    /// <param name="now">UTC.</param>
    public static async Task<QuarterSessions> OfAllAsync(CcriDbContext db, SnapshotPeriod period, DateTime now, CancellationToken cancellationToken)
    {
        var sessions = (await Held(db, period, now).Include(s => s.Attendees).Include(s => s.Guests).Include(s => s.Items).ToListAsync(cancellationToken)).ToLookup(s => s.WorkingGroupId);
        var groups = (await GroupsAsync(db, cancellationToken)).OrderBy(g => g.Value, StringComparer.Ordinal).ThenBy(g => g.Key).Select(g => Of(g.Key, g.Value));
        return new QuarterSessions([.. groups, .. sessions.Contains(null) ? [Of(null, QuarterGroup.Everybody)] : (QuarterGroup[])[]]);

        QuarterGroup Of(Guid? id, string name)
        {
            var held = sessions[id].ToList();
            var items = held.Where(s => s.State == SessionState.Final).SelectMany(s => s.Items).CountBy(i => i.Kind).ToDictionary();
            return new QuarterGroup(id, name, held.Count(s => s.Kind == SessionKind.Session), held.Count(s => s.Kind != SessionKind.Session), held.Sum(s => s.People), held.SelectMany(s => s.Attendees).Count(a => a.Presence == Presence.Missing))
            {
                Barriers = Count(ItemKind.Barrier), Levers = Count(ItemKind.Lever), Tools = Count(ItemKind.Tool), Practices = Count(ItemKind.GoodPractice),
                Recommendations = Count(ItemKind.Recommendation), Decisions = Count(ItemKind.Decision), Actions = Count(ItemKind.Action),
            };

            int Count(ItemKind kind) => items.GetValueOrDefault(kind);
        }
    }

    private static IQueryable<Session> Held(CcriDbContext db, SnapshotPeriod period, DateTime now) =>
        db.Sessions.AsNoTracking().AsSplitQuery().HeldBetween(period.From, period.To, now).OrderBy(s => s.StartsAt).ThenBy(s => s.Id);

    private static Task<Dictionary<Guid, string>> GroupsAsync(CcriDbContext db, CancellationToken cancellationToken) => db.WorkingGroups.Select(g => new { g.Id, g.Name }).ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
}
