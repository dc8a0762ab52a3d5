using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Tests.Solutions;

namespace Ccri.Web.Tests.Statuses;

public abstract class StatusOverTimeTests(CcriApp app) : BothDatabases(app)
{
    private MovedClock Clock => ((IMovedApp)App).Clock;

    [Fact]
    public async Task A_word_does_not_lapse_because_time_passes_but_is_no_excuse_for_what_has_become_worse()
    {
        Clock.By = TimeSpan.Zero;
        var (start, id) = (Today, await App.AddMilestoneAsync(await App.AddSolutionAsync("uppsala"), "Permit granted", Today.AddDays(-5)));
        await App.GiveAsync(StatusKind.Milestone, id, Rag.OnTrack);

        Clock.By = TimeSpan.FromDays(20); // 25 days late: at risk by the rule, as on the day it was given
        (await App.StatusAsync(StatusKind.Milestone, id)).ShouldSatisfyAllConditions(s => s.Status.Status.ShouldBe(Rag.OnTrack), s => s.Status.By.ShouldNotBeNull(), s => s.Given!.Holds.ShouldBeTrue());

        Clock.By = TimeSpan.FromDays(26); // 31 days late: off track by the rule
        var worse = await App.StatusAsync(StatusKind.Milestone, id);
        (worse.Status.Status, worse.Status.By, worse.Given!.Holds).ShouldBe((Rag.OffTrack, null, true));
        worse.Status.Why.ShouldEndWith($"31 days late. On {Words.Of(start)} Test Coordinator said on track: “{StatusSamples.Reason}” It has become worse since.");
        await App.SendAsSystemAsync(new Features.Statuses.RecordStatuses.Command());
        (await App.StatusAsync(StatusKind.Milestone, id)).History[0].ShouldSatisfyAllConditions(e => e.Why.ShouldContain("the support office said on track"), e => e.Why.ShouldNotContain("Test Coordinator", customMessage: "a name goes when its person does"));

        Clock.By = TimeSpan.FromDays(400);
        (await App.StatusAsync(StatusKind.Milestone, id)).Status.Status.ShouldBe(Rag.OffTrack, "time alone improves nothing");
    }

    [Fact]
    public async Task A_status_tells_since_when_and_what_it_was_three_months_ago()
    {
        Clock.By = TimeSpan.Zero;
        var (start, id) = (Today, await App.AddMilestoneAsync(await App.AddSolutionAsync("munich"), "Tender", Today.AddDays(20)));
        await App.SendAsSystemAsync(new Features.Statuses.RecordStatuses.Command());
        (await PastAsync()).ShouldBe($"since {Words.Of(start)}");

        Clock.By = TimeSpan.FromDays(30); // ten days late, and not written down yet
        (await PastAsync()).ShouldBe($"since {Words.Of(start.AddDays(30))}, worse than on {Words.Of(start)}");
        await App.SendAsSystemAsync(new Features.Statuses.RecordStatuses.Command());

        Clock.By = TimeSpan.FromDays(40);
        (await PastAsync()).ShouldBe($"since {Words.Of(start.AddDays(30))}, worse than on {Words.Of(start)}");

        Clock.By = TimeSpan.FromDays(110); // off track since a day on which nobody looked
        (await PastAsync()).ShouldBe($"since {Words.Of(start.AddDays(110))}, worse than three months ago");
        await App.SendAsSystemAsync(new Features.Statuses.RecordStatuses.Command());

        Clock.By = TimeSpan.FromDays(300);
        (await PastAsync()).ShouldBe($"since {Words.Of(start.AddDays(110))}, as three months ago");

        async Task<string> PastAsync() => Words.Of((await App.StatusAsync(StatusKind.Milestone, id)).Status.Past!);
    }
}

public sealed class StatusOverTimeOnSqlite(MovedSqliteApp app) : StatusOverTimeTests(app), IClassFixture<MovedSqliteApp>;

public sealed class StatusOverTimeOnPostgres(MovedPostgresApp app) : StatusOverTimeTests(app), IClassFixture<MovedPostgresApp>;
