using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Features.Support;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Support;

/// <summary>Needs and activities for tests. Asker and Uppsala are Pilots, Bergen and Berlin are Fellows.</summary>
internal static class SupportSamples
{
    public static readonly DateOnly Spring = new(2026, 4, 14);

    /// <returns>Its id.</returns>
    public static Task<Guid> AddNeedAsync(this CcriApp app, string slug, string statement, DateOnly? raisedOn = null, string dimension = "financing") => app.WithDatabaseAsync(async db =>
    {
        var territory = await app.TerritoryAsync(slug);
        var number = await db.Needs.Where(n => n.TerritoryId == territory).MaxAsync(n => (int?)n.Number, TestContext.Current.CancellationToken) ?? 0;
        var need = db.Needs.Add(new Need(territory, number + 1, dimension, statement, raisedOn ?? Spring.AddDays(-30))).Entity;
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return need.Id;
    });

    public static Task<Guid> TerritoryAsync(this CcriApp app, string slug) => app.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(TestContext.Current.CancellationToken));

    public static Task<Need> NeedAsync(this CcriApp app, Guid id) => app.WithDatabaseAsync(db => db.Needs.AsNoTracking().SingleAsync(n => n.Id == id, TestContext.Current.CancellationToken));

    /// <summary>Two days of an expert for a Pilot.</summary>
    public static LogSupport.Command Days(string slug, string title, decimal days = 2, DateOnly? on = null, params Guid[] needs) =>
        new() { Type = ActivityType.TailoredSupport, Territory = slug, Title = title, On = on ?? Spring, Days = days, Needs = [.. needs] };

    /// <summary>Something that is open to all.</summary>
    public static LogSupport.Command Webinar(string title, params string[] slugs) =>
        new() { Type = ActivityType.Webinar, Territory = slugs[0], Others = [.. slugs.Skip(1)], Title = title, On = Spring, Hours = 1.5m, Participants = 24 };
}
