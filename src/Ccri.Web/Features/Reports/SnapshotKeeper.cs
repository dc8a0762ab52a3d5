using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Takes the facts of territories as they stand and keeps them for a period.</summary>
public sealed class SnapshotKeeper(CcriDbContext db, SnapshotReader reader)
{
    /// <summary>Adds a snapshot for each; the one who asks saves. Who may cross another that does the same holds the row of the period.</summary>
    /// <returns>By territory.</returns>
    public async Task<IReadOnlyDictionary<Guid, Snapshot>> KeepAsync(IReadOnlyCollection<Guid> territories, ReportingPeriod period, SnapshotCause cause, CancellationToken cancellationToken)
    {
        var last = await db.Snapshots.Where(s => s.PeriodId == period.Id && s.TerritoryId != null && territories.Contains(s.TerritoryId.Value)).GroupBy(s => s.TerritoryId!.Value)
            .Select(g => new { g.Key, Number = g.Max(s => s.Number) }).ToDictionaryAsync(s => s.Key, s => s.Number, cancellationToken);
        var read = await reader.ReadAsync(db.Territories.Where(t => territories.Contains(t.Id)), Of(period), cause, cancellationToken);
        var kept = read.ToDictionary(snapshot => snapshot.Territory.Id, snapshot => new Snapshot(period.Id, snapshot.Territory.Id, last.GetValueOrDefault(snapshot.Territory.Id) + 1, cause,
            snapshot.Schema, CanonicalJson.Of(snapshot), snapshot.CapturedAt));
        db.Snapshots.AddRange(kept.Values);
        return kept;
    }

    public static SnapshotPeriod Of(ReportingPeriod period) => new(period.Code, period.Name, period.From, period.To);
}
