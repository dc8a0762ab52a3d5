using Ccri.Domain.Indicators;
using Ccri.Domain.Solutions;
using Ccri.Web.Tests.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Indicators;

/// <summary>Series and values to look at, written without the forms.</summary>
internal static class ViewSamples
{
    private static readonly DateTime Now = new(2026, 11, 1, 12, 0, 0, DateTimeKind.Utc);

    /// <param name="slug">Of the territory; empty for the programme.</param>
    /// <param name="solution">Title of a new solution that follows it.</param>
    /// <returns>The id of the series.</returns>
    public static async Task<Guid> FollowedAsync(this CcriApp app, string code, string? slug, string? solution = null, (decimal Value, DateOnly On)? baseline = null, (decimal Value, DateOnly On)? target = null,
        params (DateOnly On, decimal Value)[] values)
    {
        var territory = slug is null ? (Guid?)null : await app.TerritoryIdAsync(slug);
        return await app.WithDatabaseAsync(async db =>
        {
            var indicator = await db.Indicators.SingleAsync(i => i.Code == code);
            var made = solution is null ? null : db.Add(new Solution(territory!.Value, $"CSS-{Guid.NewGuid():N}", solution)).Entity;
            var series = db.Add(new IndicatorSeries(indicator, territory, made)).Entity;
            series.Aim(indicator, baseline?.Value, baseline?.On, target?.Value, target?.On, "A test", new(2026, 11, 1));
            db.AddRange(values.Select(v => new Observation(series, v.Value, v.On, "A test", ObservationQuality.Measured, null, null, new(2090, 1, 1), Now)));
            await db.SaveChangesAsync();
            return series.Id;
        });
    }

    /// <summary>Another value in the place of the one of that day.</summary>
    public static Task<int> CorrectAsync(this CcriApp app, Guid series, DateOnly on, decimal value, DateOnly? newDay = null) => app.WithDatabaseAsync(async db =>
    {
        var (of, wrong) = (await db.IndicatorSeries.SingleAsync(s => s.Id == series), await db.Observations.SingleAsync(o => o.SeriesId == series && o.On == on && o.EndedAt == null));
        var right = db.Add(new Observation(of, value, newDay ?? on, "A test", ObservationQuality.Measured, null, null, new(2090, 1, 1), Now)).Entity;
        wrong.Supersede(right, "Mistyped.", null, Now);
        return await db.SaveChangesAsync();
    });
}
