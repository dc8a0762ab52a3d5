using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Ledger;

/// <summary>A territory as the ledger names it.</summary>
/// <param name="Tier">The code of the tier it is in today; empty when in none.</param>
public sealed record LedgerTerritory(Guid Id, string Slug, string Name, string? Tier, string? TierName);

/// <summary>An activity that served a need.</summary>
/// <param name="On">Its last day.</param>
/// <param name="Days">The territory's share of its expert-days; empty for what is counted in hours.</param>
public sealed record ServedBy(Guid Id, string Title, DateOnly On, decimal? Days);

/// <summary>A need with the support that served it and what the territory says.</summary>
/// <param name="Served">The latest first.</param>
/// <param name="Waited">Days since anybody served it; see <see cref="Unserved"/>.</param>
public sealed record LedgerNeed(Need Need, LedgerTerritory Territory, string Dimension, IReadOnlyList<ServedBy> Served, GivenVerdict? Verdict, int Waited)
{
    public DateOnly? ServedOn => Served.Count == 0 ? null : Served[0].On;

    public decimal Days => Served.Sum(s => s.Days ?? 0);

    public bool IsNever => Unserved.IsNever(Need.IsOpen, ServedOn);

    public bool IsTooLong => Waited > Unserved.TooLong;
}

/// <summary>Reads the ledger of the territories that somebody sees: needs, what served them, expert-days given and planned. Always with the same number of questions.</summary>
public sealed class LedgerReader(CcriDbContext db, Access access, VisibleNeeds visibleNeeds, DimensionReader dimensions, ProgrammeCalendar calendar)
{
    private sealed record Line(Guid NeedId, Guid ActivityId, Guid TerritoryId, string Title, DateOnly On, DateOnly? Until, decimal? Days);

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<LedgerTerritory>> TerritoriesAsync(CancellationToken cancellationToken)
    {
        var tiers = (await (from p in db.Participations.HeldOn(calendar.Today)
                            join t in db.Tiers on p.TierId equals t.Id
                            orderby p.Id
                            select new { p.TerritoryId, t.Code, t.Name }).ToListAsync(cancellationToken)).ToLookup(p => p.TerritoryId);
        var territories = await access.WithVisibleWork(db.Territories).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(cancellationToken);
        return territories.ConvertAll(t => new LedgerTerritory(t.Id, t.Slug, t.Name, tiers[t.Id].FirstOrDefault()?.Code, tiers[t.Id].FirstOrDefault()?.Name));
    }

    /// <summary>All needs, also those that are over.</summary>
    public async Task<IReadOnlyList<LedgerNeed>> NeedsAsync(IReadOnlyList<LedgerTerritory> territories, CancellationToken cancellationToken)
    {
        var visible = await visibleNeeds.QueryAsync(cancellationToken);
        var needs = await visible.AsNoTracking().ToListAsync(cancellationToken);
        var lines = await (from s in access.Visible(db.ServedNeeds)
                           join a in db.SupportActivities on s.ActivityId equals a.Id
                           select new { s.NeedId, s.ActivityId, s.TerritoryId, a.Title, a.On, a.Until, a.Days }).ToListAsync(cancellationToken);
        var forWhom = await WhomAsync(cancellationToken);
        var served = lines.Select(l => new Line(l.NeedId, l.ActivityId, l.TerritoryId, l.Title, l.On, l.Until, l.Days is { } days ? ExpertDays.Share(days, forWhom[l.ActivityId]).GetValueOrDefault(l.TerritoryId) : null)).ToLookup(l => l.NeedId);
        var verdicts = await db.LatestVerdictsAsync(visible, cancellationToken);
        var nameOf = await dimensions.NamesAsync(cancellationToken);
        var names = territories.ToDictionary(t => t.Id);
        return needs.ConvertAll(need =>
        {
            var by = served[need.Id].Select(l => new ServedBy(l.ActivityId, l.Title, l.Until ?? l.On, l.Days)).OrderByDescending(s => s.On).ThenByDescending(s => s.Id).ToList();
            return new LedgerNeed(need, names[need.TerritoryId], nameOf(need.Dimension), by, verdicts.GetValueOrDefault(need.Id),
                Unserved.DaysWaited(need.IsOpen, need.RaisedOn, by.Count == 0 ? null : by[0].On, calendar.Today));
        });
    }

    /// <summary>Every activity that is counted in expert-days, with all its territories, so that its shares are right also for who sees one of them.</summary>
    public async Task<IReadOnlyList<GivenDays>> GivenAsync(CancellationToken cancellationToken)
    {
        var visible = access.Visible(db.ActivityTerritories);
        var activities = await db.SupportActivities.Where(a => a.Days != null && visible.Any(t => t.ActivityId == a.Id)).Select(a => new { a.Id, a.OrganisationId, a.On, a.Days }).ToListAsync(cancellationToken);
        var forWhom = await WhomAsync(cancellationToken);
        return activities.ConvertAll(a => new GivenDays(a.Id, a.OrganisationId, a.On, a.Days!.Value, [.. forWhom[a.Id]]));
    }

    public async Task<IReadOnlyList<PlannedDays>> PlannedAsync(CancellationToken cancellationToken) => await access.Visible(db.PlannedDays).AsNoTracking().ToListAsync(cancellationToken);

    private async Task<ILookup<Guid, Guid>> WhomAsync(CancellationToken cancellationToken)
    {
        var visible = access.Visible(db.ActivityTerritories);
        return (await db.ActivityTerritories.Where(t => visible.Any(v => v.ActivityId == t.ActivityId)).Select(t => new { t.ActivityId, t.TerritoryId }).ToListAsync(cancellationToken)).ToLookup(t => t.ActivityId, t => t.TerritoryId);
    }
}
