using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>Reads what the rule of statuses looks at, for one territory or for all: the same number of questions however many.</summary>
public sealed class StatusReader(CcriDbContext db, ProgrammeCalendar calendar)
{
    /// <summary>With what is written down of earlier days, so that pages say since when, and whether it has become better or worse.</summary>
    public async Task<StatusBook> OfTerritoryAsync(Guid territoryId, CancellationToken cancellationToken)
    {
        var entries = await db.StatusEntries.Where(e => e.TerritoryId == territoryId).OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => new { e.SubjectId, e.Status, e.On }).ToListAsync(cancellationToken);
        return await ReadAsync(db.Territories.Where(t => t.Id == territoryId), entries.ToLookup(e => e.SubjectId, e => new PastStatus(e.Status, e.On)), cancellationToken);
    }

    /// <param name="territories">Those that the person who asks may see the work of.</param>
    public Task<StatusBook> ReadAsync(IQueryable<Territory> territories, CancellationToken cancellationToken) => ReadAsync(territories, null, cancellationToken);

    private async Task<StatusBook> ReadAsync(IQueryable<Territory> territories, ILookup<Guid, PastStatus>? past, CancellationToken cancellationToken)
    {
        var ids = territories.Select(t => t.Id);
        var named = await territories.OrderBy(t => t.Id).Select(t => new { t.Id, t.Name }).ToListAsync(cancellationToken);
        var milestones = (await db.Milestones.Where(m => ids.Contains(m.TerritoryId)).OrderBy(m => m.Id)
            .Select(m => new { Of = m.SolutionId ?? m.ActionId, m.Id, m.Title, m.Due, m.Forecast, m.DoneOn, m.BlockedBy }).ToListAsync(cancellationToken))
            .ToLookup(m => m.Of!.Value, m => new FollowedMilestone(m.Id, m.Title, m.Due, m.Forecast, m.DoneOn, m.BlockedBy));
        var actions = (await db.PlanActions.Where(a => ids.Contains(a.TerritoryId)).OrderBy(a => a.Id)
            .Select(a => new { a.PlanId, a.Id, a.Number, a.Title, a.Status, a.End, a.Forecast, a.DoneOn }).ToListAsync(cancellationToken))
            .ToLookup(a => a.PlanId, Followed (a) => new FollowedAction(a.Id, $"{a.Number} {a.Title}", a.Status, a.End, a.Forecast, a.DoneOn) { Parts = [.. milestones[a.Id]] });
        var projects = (await db.InvestmentProjects.Where(p => ids.Contains(p.TerritoryId)).OrderBy(p => p.Id)
            .Select(p => new { p.PlanId, p.Id, p.Number, p.Name, p.Stage, p.NextGate, p.FinancialClose, p.Construction, p.Operation }).ToListAsync(cancellationToken))
            .ToLookup(p => p.PlanId, Followed (p) => new FollowedProject(p.Id, $"{p.Number} {p.Name}", p.Stage, p.NextGate, p.FinancialClose, p.Construction, p.Operation));
        var indicators = await IndicatorsAsync(ids, cancellationToken);
        var solutions = (await db.Solutions.Where(s => ids.Contains(s.TerritoryId)).OrderBy(s => s.Code).Select(s => new { s.TerritoryId, s.Id, s.Title, s.State }).ToListAsync(cancellationToken))
            .ToLookup(s => s.TerritoryId, Followed (s) => new FollowedSolution(s.Id, s.Title, s.State) { Parts = [.. milestones[s.Id], .. indicators[s.Id]] });
        var plans = (await db.Plans.Where(p => ids.Contains(p.TerritoryId)).OrderBy(p => p.Code).Select(p => new { p.TerritoryId, p.Id, p.Title, p.Kind, p.Status }).ToListAsync(cancellationToken))
            .ToLookup(p => p.TerritoryId, Followed (p) => new FollowedPlan(p.Id, p.Title, p.Kind, p.Status) { Parts = [.. actions[p.Id], .. projects[p.Id]] });
        var overrides = await OverridesAsync(ids, cancellationToken);
        return new StatusBook(calendar.Today, overrides.ToDictionary(o => o.Key, o => o.Value.Override), overrides.Values.ToDictionary(o => o.Override.AcceptanceId, o => o.Who),
            [.. named.Select(t => new FollowedTerritory(t.Id, t.Name) { Parts = [.. plans[t.Id], .. solutions[t.Id], .. indicators[t.Id]] })]) { Past = past };
    }

    /// <summary>Those with a target, by who follows them.</summary>
    private async Task<ILookup<Guid, Followed>> IndicatorsAsync(IQueryable<Guid> territories, CancellationToken cancellationToken)
    {
        var aimed = db.IndicatorSeries.Where(s => s.Target != null && s.TerritoryId != null && territories.Contains(s.TerritoryId.Value));
        var series = await (from s in aimed
                            join i in db.Indicators on s.IndicatorId equals i.Id
                            orderby i.Code, s.Id
                            select new { Series = s, i.Name, i.Direction, i.Aggregation }).AsNoTracking().ToListAsync(cancellationToken);
        var values = (await (from o in db.Observations
                             where o.EndedAt == null && aimed.Any(s => s.Id == o.SeriesId)
                             select new { o.SeriesId, o.On, o.Value }).ToListAsync(cancellationToken)).ToLookup(o => o.SeriesId, o => new DatedValue(o.On, o.Value));
        return series.ToLookup(s => s.Series.SubjectId, Followed (s) => new FollowedIndicator(s.Series.Id, s.Name, s.Direction, s.Series.Baseline, s.Series.BaselineOn, s.Series.Target, s.Series.TargetOn,
            TargetProgress.Actual(s.Aggregation, Indicator.IsPerYear(s.Series.Unit), Start(s.Series), [.. values[s.Series.Id]])));
    }

    private static DatedValue? Start(IndicatorSeries series) => series is { Baseline: { } baseline, BaselineOn: { } on } ? new DatedValue(on, baseline) : null;

    /// <summary>The newest of each thing, with the name of who gave it.</summary>
    private async Task<Dictionary<Guid, (Override Override, string? Who)>> OverridesAsync(IQueryable<Guid> territories, CancellationToken cancellationToken)
    {
        var given = await (from a in db.Acceptances.Where(a => a.Rule == Acceptance.Status && a.TerritoryId != null && territories.Contains(a.TerritoryId.Value))
                           join p in db.Persons on a.PersonId equals p.Id into persons
                           from person in persons.DefaultIfEmpty()
                           orderby a.At, a.Id
                           select new { Acceptance = a, Who = person!.Name }).AsNoTracking().ToListAsync(cancellationToken);
        return given.GroupBy(g => g.Acceptance.SubjectId).ToDictionary(g => g.Key, g =>
        {
            var (newest, who) = (g.Last().Acceptance, g.Last().Who);
            return (new Override(newest.Id, newest.Given!.Value, newest.Reason, calendar.DayOf(newest.At), newest.Fingerprint, newest.PersonId), (string?)who);
        });
    }
}
