using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>
/// Reads what documents are made from: sealed snapshots and what earlier ones said, for any number of territories in the same number of
/// questions. Earlier is what had been frozen by then, so that a file that is made later comes out as it would have at once.
/// </summary>
public sealed class ReportFactsReader(CcriDbContext db)
{
    private const int MostEarlier = 5;

    /// <exception cref="NotFoundException">When the period was never frozen as that revision.</exception>
    public async Task<RevisionFacts> ReadAsync(PeriodHead period, int revision, IReadOnlyCollection<Guid> territories, CancellationToken cancellationToken)
    {
        var issued = await IssuedAsync(period, revision, cancellationToken);
        var now = await SealedAsync(issued, territories, cancellationToken);
        return new RevisionFacts(issued, now, await EarlierAsync(period, issued.At, territories, cancellationToken));
    }

    /// <summary>What the overview of a frozen revision is made from, with the bytes of its snapshot.</summary>
    public async Task<(QuarterFacts Facts, byte[] Snapshot)> ReadQuarterAsync(PeriodHead period, int revision, Guid snapshotId, CancellationToken cancellationToken)
    {
        var issued = await IssuedAsync(period, revision, cancellationToken);
        var snapshot = await db.Snapshots.AsNoTracking().SingleAsync(s => s.Id == snapshotId, cancellationToken);
        var issue = new Issue(revision, issued.At, snapshot.Sha256, ReportState.Approved, SnapshotCause.Quarter, issued.Reason);
        return (new QuarterFacts(CanonicalJson.Read<QuarterSnapshot>(snapshot.Content), issue) { Earlier = await EarlierQuartersAsync(period, issued.At, cancellationToken) }, snapshot.Content);
    }

    /// <summary>Status of every territory in up to five earlier periods, the oldest first.</summary>
    internal async Task<IReadOnlyList<EarlierStanding>> EarlierQuartersAsync(PeriodHead period, DateTime at, CancellationToken cancellationToken)
    {
        var found = new List<EarlierStanding>();
        foreach (var earlier in await EarlierAsync(period, at, cancellationToken))
        {
            var content = await (from f in db.IssuedFiles
                                 where f.PeriodId == earlier.PeriodId && f.Revision == earlier.Revision && f.Kind == ReportKind.Quarter
                                 join s in db.Snapshots on f.SnapshotId equals s.Id
                                 select s.Content).FirstOrDefaultAsync(cancellationToken);
            if (content is not null)
                found.Insert(0, new EarlierStanding(earlier.Code, CanonicalJson.Read<QuarterSnapshot>(content).Territories.ToDictionary(t => t.Id, t => t.Status)));
        }
        return found;
    }

    internal async Task<EarlierFacts> EarlierAsync(PeriodHead period, DateTime at, IReadOnlyCollection<Guid> territories, CancellationToken cancellationToken)
    {
        var before = new Dictionary<Guid, (string, byte[])>();
        var standings = new List<(Guid Territory, EarlierStanding Standing)>();
        foreach (var earlier in await EarlierAsync(period, at, cancellationToken))
        {
            foreach (var found in await SealedAsync(earlier, territories, cancellationToken))
            {
                before.TryAdd(found.TerritoryId, (found.Sha256, found.Content));
                standings.Add((found.TerritoryId, CanonicalJson.Read<Standing>(found.Content).In(earlier.Code)));
            }
        }
        standings.Reverse();
        return new EarlierFacts(before, standings.ToLookup(s => s.Territory, s => s.Standing));
    }

    /// <summary>The last revision of each period that ended before this one began and had been frozen at that instant; the newest period first.</summary>
    private async Task<IReadOnlyList<Issued>> EarlierAsync(PeriodHead period, DateTime at, CancellationToken cancellationToken)
    {
        var frozen = await Frozen().Where(f => f.To < period.From && f.At <= at).ToListAsync(cancellationToken);
        return [.. frozen.GroupBy(f => f.PeriodId).Select(g => g.MaxBy(f => f.Revision)!).OrderByDescending(f => f.To).ThenByDescending(f => f.Code, StringComparer.Ordinal).Take(MostEarlier)];
    }

    private async Task<Issued> IssuedAsync(PeriodHead period, int revision, CancellationToken cancellationToken) =>
        await Frozen().SingleOrDefaultAsync(f => f.PeriodId == period.Id && f.Revision == revision, cancellationToken) ?? throw new NotFoundException("Revision", $"{revision} of {period.Code}");

    private IQueryable<Issued> Frozen() =>
        from step in db.PeriodSteps
        where step.Kind == PeriodStepKind.Frozen
        join period in db.ReportingPeriods on step.PeriodId equals period.Id
        select new Issued { PeriodId = period.Id, Code = period.Code, To = period.To, Revision = step.Revision, At = step.At, Reason = step.Reason };

    private Task<List<SealedContent>> SealedAsync(Issued issued, IReadOnlyCollection<Guid> territories, CancellationToken cancellationToken) =>
        (from entry in db.SealedSnapshots
         where entry.PeriodId == issued.PeriodId && entry.Revision == issued.Revision && territories.Contains(entry.TerritoryId)
         join snapshot in db.Snapshots on entry.SnapshotId equals snapshot.Id
         select new SealedContent(entry.TerritoryId, snapshot.Id, entry.State, entry.Cause, snapshot.Sha256, snapshot.Content)).ToListAsync(cancellationToken);
}
