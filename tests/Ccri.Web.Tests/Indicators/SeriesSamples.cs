using Ccri.Domain.Indicators;
using Ccri.Web.Features.Indicators;
using Ccri.Web.Tests.Plans;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Indicators;

/// <summary>Series and values for tests, made as a coordinator makes them.</summary>
internal static class SeriesSamples
{
    public const string Recycled = "U4SSC-2", Lifetime = "ISO59020-OUT1", WasteAvoided = "CSS-01", Exchanges = "DEL-09";

    public static readonly DateOnly June = new(2026, 6, 30), September = new(2026, 9, 30);

    /// <param name="slug">Empty for the programme.</param>
    /// <param name="solution">Its code.</param>
    public static Task<Guid> StartFollowingAsync(this CcriApp app, string? slug, string indicator, string? solution = null, string? target = null) =>
        app.SendAsync(new FollowIndicator.Command { Territory = slug, Indicator = indicator, Solution = solution, Target = target, TargetOn = target is null ? null : new(2030, 12, 31), Baseline = target is null ? null : "10", BaselineOn = target is null ? null : new(2024, 12, 31) });

    /// <summary>Values of one day by their series, as the grid sends them.</summary>
    public static EnterValues.Command Grid(string? slug, DateOnly on, params (Guid Series, string Value)[] values) =>
        new() { Slug = slug, On = on, Source = "Waste statistics", Rows = [.. values.Select(v => new EnterValues.Row { SeriesId = v.Series, Value = v.Value })] };

    public static Task<int> EnterAsync(this CcriApp app, string? slug, DateOnly on, params (Guid Series, string Value)[] values) => app.SendByAsync(Grid(slug, on, values));

    public static Task<GetSeries.Answer> SeriesAsync(this CcriApp app, Guid id) => app.SendAsync(new GetSeries.Query(id));

    /// <summary>The form of the value that holds on a day.</summary>
    public static async Task<CorrectValue.Command> CorrectionAsync(this CcriApp app, Guid series, DateOnly on) =>
        (await app.SendAsync(new CorrectValue.Query((await app.SeriesAsync(series)).Values.Single(v => v.On == on).Id))).Form;

    /// <summary>Many at once, one a day backwards, without a message for each.</summary>
    public static Task<int> AddManyValuesAsync(this CcriApp app, Guid series, int count) => app.WithDatabaseAsync(async db =>
    {
        var of = await db.IndicatorSeries.SingleAsync(s => s.Id == series, TestContext.Current.CancellationToken);
        for (var i = 0; i < count; i++)
            db.Observations.Add(new Observation(of, 40 + i % 7, September.AddDays(-i), "Scale", ObservationQuality.Measured, null, null, September, DateTime.UnixEpoch));
        return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });
}
