using Ccri.Domain.Indicators;
using Ccri.Domain.Reports;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The indicators of a snapshot with the values that hold.</summary>
internal static class SnapshotIndicators
{
    /// <returns>By territory; its own before those of its solutions, then by code.</returns>
    public static async Task<ILookup<Guid, SnapshotIndicator>> ReadAsync(SnapshotReading read, CancellationToken cancellationToken)
    {
        var db = read.Db;
        var followed = db.IndicatorSeries.Where(s => s.TerritoryId != null && read.Territories.Contains(s.TerritoryId.Value));
        var series = await (from s in followed
                            join i in db.Indicators on s.IndicatorId equals i.Id
                            join solution in db.Solutions on s.SolutionId equals solution.Id into solutions
                            from solution in solutions.DefaultIfEmpty()
                            select new { Series = s, i.Code, i.Name, i.Level, i.Direction, i.Aggregation, Solution = solution!.Code }).AsNoTracking().ToListAsync(cancellationToken);
        var values = (await db.Observations.AsNoTracking().Where(o => o.EndedAt == null && o.TerritoryId != null && read.Territories.Contains(o.TerritoryId.Value)).ToListAsync(cancellationToken))
            .OrderBy(o => o.On).ThenBy(o => o.Id).ToLookup(o => o.SeriesId, o => new SnapshotValue(o.Id, o.On, SnapshotReading.Plain(o.Value), o.Quality, o.Source, o.Remark));
        return series.OrderBy(s => s.Solution is not null).ThenBy(s => s.Solution, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal).ThenBy(s => s.Series.Id).ToLookup(s => s.Series.TerritoryId!.Value, row =>
        {
            var (one, territory) = (row.Series, row.Series.TerritoryId!.Value);
            var (baseline, held) = (SnapshotReading.Plain(one.Baseline), values[one.Id].ToList());
            var start = baseline is { } from && one.BaselineOn is { } on ? new DatedValue(on, from) : (DatedValue?)null;
            var actual = TargetProgress.Actual(row.Aggregation, Indicator.IsPerYear(one.Unit), start, [.. held.Select(v => new DatedValue(v.On, v.Value))]);
            return new SnapshotIndicator(one.Id, row.Code, row.Name, one.Unit, row.Level, row.Direction, row.Aggregation, row.Solution, baseline, one.BaselineOn, SnapshotReading.Plain(one.Target), one.TargetOn, held)
            {
                Actual = actual is { } value ? value with { Value = SnapshotReading.Plain(value.Value) } : null,
                Reading = read.Status(one.Id, territory),
                Said = read.Said.Of(one.Id, territory, held.Select(v => v.Id)),
            };
        });
    }
}
