using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Features.Needs;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Needs;

internal static class NeedSamples
{
    /// <summary>All questions rated with one value, but for those that are named.</summary>
    public static RatingAnswer[] Rated(this RoundSheet sheet, int value, params (string Key, int? Value, string? Evidence)[] others) =>
    [
        .. sheet.Questions.Select(q => Array.Find(others, o => o.Key == q.Key) is { Key: not null } other
            ? new RatingAnswer { Key = q.Key, Value = other.Value, Evidence = other.Evidence } : new RatingAnswer { Key = q.Key, Value = value }),
    ];

    public static async Task<Guid> RoundAsync(this CcriApp app, string slug, DateOnly on, int value, params (string Key, int? Value, string? Evidence)[] others)
    {
        var offered = await app.SendAsync(new RecordRound.Query(slug));
        return await app.SendAsync(offered.Form with { On = on, Ratings = offered.Sheet.Rated(value, others) });
    }

    public static async Task<Guid> SelfAsync(this CcriApp app, string slug, DateOnly on, int value, params (string Key, int? Value, string? Evidence)[] others)
    {
        var offered = await app.SendAsSystemAsync(new HandInSelfAssessment.Query(slug));
        return await app.SendAsSystemAsync(offered.Form with { On = on, Ratings = offered.Sheet.Rated(value, others) });
    }

    public static Task<int> NeedAsync(this CcriApp app, string slug, string statement, int severity = 3, int urgency = 3, string dimension = "financing") =>
        app.SendAsync(new CreateNeed.Command { Slug = slug, Statement = statement, Dimension = dimension, Severity = severity, Urgency = urgency, RaisedOn = new(2026, 3, 2) });

    /// <summary>An activity that served these needs of a territory.</summary>
    public static Task<Guid> ServeAsync(this CcriApp app, string slug, string title, params int[] numbers) => app.WithDatabaseAsync(async db =>
    {
        var territory = await db.Territories.SingleAsync(t => t.Slug == slug);
        var needs = await db.Needs.Where(n => n.TerritoryId == territory.Id && numbers.Contains(n.Number)).ToListAsync();
        var activity = new SupportActivity(ActivityType.ExpertMission, title, new(2026, 4, 1), new(2026, 4, 2));
        activity.Measure(1.5m, null, null);
        activity.BeFor([territory.Id], needs);
        needs.ForEach(n => n.Serve());
        db.SupportActivities.Add(activity);
        await db.SaveChangesAsync();
        return activity.Id;
    });

    public static Task<Need> ReadNeedAsync(this CcriApp app, string slug, int number) =>
        app.WithDatabaseAsync(db => db.Needs.SingleAsync(n => n.Number == number && db.Territories.Any(t => t.Id == n.TerritoryId && t.Slug == slug)));
}
