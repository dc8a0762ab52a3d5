using Ccri.Domain.Indicators;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;

namespace Ccri.Web.Features.Shared;

/// <summary>The one rule of which series wait for a value too long.</summary>
public static class LackingValues
{
    /// <summary>
    /// Without a value for a year. Benchmarks of a country come when they are published, and solutions that are over need no more values:
    /// neither waits for any.
    /// </summary>
    public static IQueryable<IndicatorSeries> Lacking(this CcriDbContext db, DateOnly today)
    {
        var since = today.AddYears(-1);
        return db.IndicatorSeries.Where(s => db.Indicators.Any(i => i.Id == s.IndicatorId && i.Level != IndicatorLevel.Context)
            && !db.Solutions.Any(x => x.Id == s.SolutionId && (x.State == SolutionState.Stopped || x.State == SolutionState.Completed))
            && !db.Observations.Any(o => o.SeriesId == s.Id && o.EndedAt == null && o.On >= since));
    }
}
