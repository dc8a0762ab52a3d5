using Ccri.Domain.Needs;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The needs of a snapshot with the territory's verdicts and what served them.</summary>
internal static class SnapshotNeeds
{
    /// <returns>By territory: open ones and those that closed since the period began, the gravest first.</returns>
    public static async Task<ILookup<Guid, SnapshotNeed>> ReadAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var (db, of, day) = (read.Db, read.Territories, read.Day);
        var needs = await db.Needs.AsNoTracking().Where(n => of.Contains(n.TerritoryId)).ToListAsync(cancellationToken);
        var nameOf = await new DimensionReader(db).NamesAsync(cancellationToken);
        var numbers = needs.ToDictionary(n => n.Id, n => n.Number);
        var steps = (await db.NeedSteps.AsNoTracking().Where(s => s.On <= day && of.Contains(s.TerritoryId)).ToListAsync(cancellationToken)).ToLookup(s => s.NeedId);
        var served = await db.ServedDaysAsync(db.ServedNeeds.Where(s => of.Contains(s.TerritoryId)), cancellationToken);
        return needs.Select(need => (need.TerritoryId, WrittenOn: NeedPast.Deciding(steps[need.Id]) is { } last ? read.DayOf(last.At) : (DateOnly?)null, Need: new SnapshotNeed(need.Id, need.Number, need.Statement, need.Dimension, nameOf(need.Dimension), need.Severity, need.Urgency, need.State, need.RaisedOn)
            {
                Wanted = need.Wanted, Verdict = Verdict(steps[need.Id], read), Activities = served[need.Id].Count(), ServedOn = NeedPast.LastServed(served[need.Id]),
                ClosedOn = need.IsOpen ? null : NeedPast.Deciding(steps[need.Id])?.On,
                Reason = need.State == NeedState.Dropped ? need.StateReason : null, MergedInto = need.MergedIntoId is { } other && numbers.TryGetValue(other, out var number) ? number : null,
                Said = read.Said.Of(need.Id, need.TerritoryId, steps[need.Id].Select(s => s.Id)),
            }))
            .Where(n => n.Need.IsOpen() || n.Need.ClosedOn is null || n.Need.ClosedOn >= read.Period.From || n.WrittenOn >= read.Period.From) // what is written down late is told late, and not never
            .OrderBy(n => !n.Need.IsOpen()).ThenByDescending(n => n.Need.Weight()).ThenBy(n => n.Need.Number).ToLookup(n => n.TerritoryId, n => n.Need);
    }

    private static SnapshotVerdict? Verdict(IEnumerable<NeedStep> steps, SnapshotReading read) =>
        NeedPast.LastVerdict(steps) is { Verdict: { } verdict } step ? new SnapshotVerdict(verdict, step.On, step.IsTold) { WrittenOn = read.DayOf(step.At) } : null;
}
