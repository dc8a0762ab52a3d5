using Ccri.Domain.Accounts;
using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Errors;
using Ccri.Web.Features.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

public abstract class TerritoryNeedsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_territory_shows_its_gravest_open_needs_and_what_served_them()
    {
        await WriteAsync("guimaraes");

        var answer = await App.SendAsync(new GetTerritoryNeeds.Query("guimaraes"));

        (answer.Open, answer.Closed, answer.LastRound, answer.LastActivity).ShouldBe((4, 1, Today.AddDays(-40), Today.AddDays(-5)));
        answer.First.Select(n => (n.Number, n.State, n.Activities)).ShouldBe([(2, NeedState.InSupport, 1), (4, NeedState.Open, 0), (1, NeedState.Open, 0)], "grave and urgent first, then the oldest");
        answer.First[0].Dimension.ShouldBe("Κανονισμοί");
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new GetTerritoryNeeds.Query("guimaraes"), Role.Territory, Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Its_timeline_tells_of_assessments_needs_support_and_verdicts_and_leads_to_them()
    {
        var activity = await WriteAsync("tampere-region");

        var events = await App.SendAsync(new GetTimeline.Query("tampere-region"));

        events.ShouldContain(new GetTimeline.Event(Today.AddDays(-40), "Assessed by the support office", "needs/tampere-region"));
        events.ShouldContain(new GetTimeline.Event(Today.AddDays(-39), "Assessed itself", "needs/tampere-region"));
        events.ShouldContain(new GetTimeline.Event(Today.AddDays(-20), "Need raised: Need 2 of Łódź", "needs/tampere-region/2"));
        events.ShouldContain(new GetTimeline.Event(Today.AddDays(-5), "Expert mission: Permits on site", $"support/{activity}"));
        events.ShouldContain(new GetTimeline.Event(Today.AddDays(-1), "Need met: Need 5 of Łódź", "needs/tampere-region/5"));
        (await App.SendAsync(new GetTimeline.Query("tampere-region"), Role.Desk)).ShouldAllBe(e => e.Address == null && !e.What.Contains("Łódź"), "the desk sees what was frozen");
    }

    /// <summary>Five needs of one territory: the second is served, the fifth met.</summary>
    private Task<Guid> WriteAsync(string slug) => App.WithDatabaseAsync(async db =>
    {
        var id = await db.Territories.Where(t => t.Slug == slug).Select(t => t.Id).SingleAsync(Cancellation);
        var now = DateTime.UtcNow;
        var questionnaire = new Questionnaire($"asked-{slug}", "Asked in many scripts");
        var version = new QuestionnaireVersion(questionnaire.Id, 1);
        version.Ask([new($"regulation-{slug}", "Enable", "Κανονισμοί", null)], null);
        version.Publish(now);
        var rounds = new[] { (RoundKind.Office, -40), (RoundKind.Self, -39) }.Select(r => new AssessmentRound(id, version, r.Item1, Today.AddDays(r.Item2), Today)).ToList();
        foreach (var round in rounds)
        {
            round.Rate(version.Questions[0], 1, null);
            round.Record(null, now);
        }
        var needs = Enumerable.Range(1, 5).Select(n => new Need(id, n, $"regulation-{slug}", $"Need {n} of Łódź", Today.AddDays(-10 * n))).ToList();
        needs[1].Weigh(5, 5);
        needs[3].Weigh(4, 4);
        needs[0].Weigh(4, 3);
        needs[4].Take(NeedVerdict.Met, isServed: false);
        var activity = new SupportActivity(ActivityType.ExpertMission, "Permits on site", Today.AddDays(-5), Today);
        activity.Measure(1.5m, null, null);
        activity.BeFor([id], [needs[1]]);
        needs[1].Serve();
        db.AddRange([questionnaire, version, .. rounds, .. needs, activity, NeedStep.OfVerdict(needs[4], NeedVerdict.Met, Today.AddDays(-1), null, isTold: false, null, now, Today)]);
        await db.SaveChangesAsync(Cancellation);
        return activity.Id;
    });
}

public sealed class TerritoryNeedsOnSqlite(SqliteApp app) : TerritoryNeedsTests(app), IClassFixture<SqliteApp>;

public sealed class TerritoryNeedsOnPostgres(PostgresApp app) : TerritoryNeedsTests(app), IClassFixture<PostgresApp>;
