using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Writes snapshots of territories, all in one go; does not save.</summary>
public sealed class SnapshotKeeper(CcriDbContext db, ProgrammeCalendar calendar, TimeProvider clock)
{
    public async Task<IReadOnlyDictionary<Guid, Snapshot>> KeepAsync(IReadOnlyCollection<Guid> territories, ReportingPeriod period, SnapshotCause cause, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var numbers = await db.Snapshots.Where(s => s.PeriodId == period.Id && s.TerritoryId != null).GroupBy(s => s.TerritoryId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var kept = (await db.Territories.Where(t => territories.Contains(t.Id)).OrderBy(t => t.SearchName).Select(t => new { t.Id, t.Slug, t.Name, t.IsPlaceholder }).ToListAsync(cancellationToken))
            .ToDictionary(t => t.Id, t => new Snapshot(period.Id, t.Id, numbers.GetValueOrDefault(t.Id) + 1, cause, TerritorySnapshot.Version, CanonicalJson.Of(new TerritorySnapshot
            {
                Period = new SnapshotPeriod(period.Code, period.Name, period.From, period.To),
                CapturedAt = now,
                Day = calendar.Today,
                Cause = cause,
                Territory = new SnapshotTerritory(t.Id, t.Slug, t.Name, !t.IsPlaceholder, true, null, null, null, null, null, null, null, null),
                Status = new SnapshotStatus(Rag.NoData, "Nothing is known."),
            }), now));
        db.Snapshots.AddRange(kept.Values);
        return kept;
    }
}
