using Ccri.Domain.Indicators;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Indicators;

/// <summary>An indicator as somebody follows it, with the values that hold, oldest first.</summary>
/// <param name="Solution">Whose it is; empty when the territory itself, or the programme, follows it.</param>
public sealed record SeriesRow(Guid Id, Guid IndicatorId, string Code, string Name, string Framework, string? FrameworkVersion, IndicatorLevel Level, Direction Direction, Aggregation Aggregation,
    string Unit, Guid? TerritoryId, Guid? SolutionId, string? SolutionCode, string? Solution)
{
    public decimal? Baseline { get; init; }
    public DateOnly? BaselineOn { get; init; }
    public decimal? Target { get; init; }
    public DateOnly? TargetOn { get; init; }
    public string? Source { get; init; }
    public IReadOnlyList<SeriesValue> Values { get; init; } = [];

    /// <summary>No value for a year, although it waits for one; see <see cref="LackingValues"/>.</summary>
    public bool IsLacking { get; init; }

    public SeriesValue? Last => Values.Count > 0 ? Values[^1] : null;

    /// <summary>The figure that is held against the target; see <see cref="TargetProgress.Actual"/>.</summary>
    public DatedValue? Actual => TargetProgress.Actual(Aggregation, Indicator.IsPerYear(Unit), Start, Dated);

    /// <summary>What <see cref="Actual"/> is of, or why there is none although there are values; empty where it is the newest value.</summary>
    public string? ActualOf => (Aggregation, Actual) switch
    {
        (Aggregation.Average, { } actual) => $"average of the twelve months to {Words.Of(actual.On)}",
        (Aggregation.Sum, { } actual) when Indicator.IsPerYear(Unit) => $"sum of the twelve months to {Words.Of(actual.On)}",
        (Aggregation.Sum, { } actual) => Start switch
        {
            { Value: 0 } start => $"sum since {Words.Of(start.On)}",
            { } start => $"baseline {Words.Quantity(start.Value)} plus {Words.Quantity(actual.Value - start.Value)} since {Words.Of(start.On)}",
            null => $"sum to {Words.Of(actual.On)}",
        },
        (Aggregation.Sum, null) when Start is { } start && Values.Count > 0 => Indicator.IsPerYear(Unit) ? $"No full year yet since {Words.Of(start.On)}" : $"Nothing yet since {Words.Of(start.On)}",
        _ => null,
    };

    public DatedValue? Start => this is { Baseline: { } baseline, BaselineOn: { } on } ? new DatedValue(on, baseline) : null;

    /// <summary>How the figure held against the target became what it is: with each of the newest values, what it was then. Without a target, the values themselves.</summary>
    /// <param name="most">So many of the newest values at most.</param>
    public IReadOnlyList<DatedValue> Course(int most)
    {
        var values = Dated;
        var newest = Enumerable.Range(0, values.Count).TakeLast(most);
        return Target is null ? [.. newest.Select(i => values[i])]
            : [.. newest.Select(i => TargetProgress.Actual(Aggregation, Indicator.IsPerYear(Unit), Start, [.. values.Take(i + 1)])).OfType<DatedValue>()];
    }

    /// <summary>Whether that course is of something else than the values: of sums or averages of them.</summary>
    public bool IsOfSeveral => Target is not null && Aggregation is (Aggregation.Sum or Aggregation.Average);

    public IReadOnlyList<DatedValue> Dated => [.. Values.Select(v => new DatedValue(v.On, v.Value))];
}

public sealed record SeriesValue(Guid Id, Guid SeriesId, DateOnly On, decimal Value, string Source, ObservationQuality Quality, string? Remark);

public static class SeriesRows
{
    /// <summary>Some series with their values in two questions: by the code of the indicator, those of solutions after the territory's own.</summary>
    public static async Task<IReadOnlyList<SeriesRow>> SeriesRowsAsync(this CcriDbContext db, IQueryable<IndicatorSeries> series, DateOnly today, CancellationToken cancellationToken)
    {
        var lacking = db.Lacking(today);
        var rows = await (from s in series
                          join i in db.Indicators on s.IndicatorId equals i.Id
                          join solution in db.Solutions on s.SolutionId equals solution.Id into solutions
                          from solution in solutions.DefaultIfEmpty()
                          orderby solution.Code, i.Code, s.Id
                          select new SeriesRow(s.Id, i.Id, i.Code, i.Name, i.Framework, i.FrameworkVersion, i.Level, i.Direction, i.Aggregation, s.Unit, s.TerritoryId, s.SolutionId, solution.Code, solution.Title)
                          {
                              Baseline = s.Baseline, BaselineOn = s.BaselineOn, Target = s.Target, TargetOn = s.TargetOn, Source = s.Source, IsLacking = lacking.Any(l => l.Id == s.Id),
                          }).ToListAsync(cancellationToken);
        var values = (await db.Observations.Where(o => o.EndedAt == null && series.Any(s => s.Id == o.SeriesId)).OrderBy(o => o.On).ThenBy(o => o.Id)
            .Select(o => new SeriesValue(o.Id, o.SeriesId, o.On, o.Value, o.Source, o.Quality, o.Remark)).ToListAsync(cancellationToken)).ToLookup(o => o.SeriesId);
        return [.. rows.OrderBy(r => r.SolutionCode is not null).ThenBy(r => r.SolutionCode, StringComparer.Ordinal).ThenBy(r => r.Code, StringComparer.Ordinal).Select(r => r with { Values = [.. values[r.Id]] })];
    }
}
