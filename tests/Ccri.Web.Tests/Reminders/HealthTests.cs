using System.Net;
using System.Text.Json;
using Ccri.Domain.Accounts;
using Ccri.Web.Errors;
using Ccri.Web.Features.Programme;
using Ccri.Web.Work;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

public abstract class HealthTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_job_is_red_when_it_last_succeeded_more_than_twice_its_pause_ago_and_running_it_mends_that()
    {
        using var stranger = App.Browser();
        using var coordinator = await App.SignedInAsync(Role.Coordinator);
        await EveryJobHasRunAsync();
        (await HealthAsync(stranger)).ShouldSatisfyAllConditions(h => h.Status.ShouldBe(HttpStatusCode.OK), h => h.Word.ShouldBe("ok"), h => h.Failing.ShouldBeEmpty());
        (await coordinator.MainAsync("/programme/health")).ShouldNotContain("Overdue");

        ((IMovedApp)App).Clock.By = TimeSpan.FromMinutes(31); // two quarters of an hour and a minute; it stays there, because the runs of that time do
        var late = await HealthAsync(stranger);
        (late.Status, late.Word).ShouldBe((HttpStatusCode.ServiceUnavailable, "failing"));
        late.Failing.ShouldContain("record-statuses");
        late.Failing.ShouldNotContain("tidy-work-rows"); // that runs once a day
        (await coordinator.MainAsync("/programme/health")).ShouldContain("Overdue");

        foreach (var job in late.Failing)
            (await App.SendAsync(new RunJob.Command(job))).Succeeded.ShouldBeTrue(job);
        (await HealthAsync(stranger)).ShouldSatisfyAllConditions(h => h.Status.ShouldBe(HttpStatusCode.OK), h => h.Failing.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_run_by_hand_is_done_in_the_name_of_the_job_and_leaves_its_row()
    {
        var before = await App.WithDatabaseAsync(db => db.JobRuns.CountAsync(r => r.Job == "tidy-work-rows", Cancellation));

        var answer = await App.SendAsync(new RunJob.Command("tidy-work-rows"));

        answer.Succeeded.ShouldBeTrue();
        var run = await App.WithDatabaseAsync(db => db.JobRuns.AsNoTracking().Where(r => r.Job == "tidy-work-rows").OrderByDescending(r => r.Id).FirstAsync(Cancellation));
        (run.Succeeded, run.Note, run.FinishedAt is not null).ShouldBe((true, answer.Note, true));
        (await App.WithDatabaseAsync(db => db.JobRuns.CountAsync(r => r.Job == "tidy-work-rows", Cancellation))).ShouldBeGreaterThan(before);
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new RunJob.Command("rm -rf")));
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new RunJob.Command("reports"))); // another process makes them here
    }

    [Fact]
    public async Task The_page_lists_every_job_of_the_schedule_and_the_workers_with_their_next_run()
    {
        await EveryJobHasRunAsync();
        var jobs = (await App.SendAsync(new CheckHealth.Query())).Jobs;

        jobs.Select(j => j.Name).ShouldBe([.. Schedule.Table.Select(s => s.Name), "outbox"]);
        jobs.Where(j => j.Name != "outbox").ShouldAllBe(j => j.Next > j.Last!.StartedAt.AddMinutes(-1) && j.Next <= ((IMovedApp)App).Clock.GetUtcNow().UtcDateTime.AddDays(2) && j.Duration != null);
        jobs.Single(j => j.Name == "outbox").ShouldSatisfyAllConditions(j => j.Next.ShouldBeNull(), j => j.Last.ShouldNotBeNull());
        using var officer = await App.SignedInAsync(Role.Officer);
        (await officer.MainAsync("/programme/health")).ShouldNotContain("Run now");
        using var coordinator = await App.SignedInAsync(Role.Coordinator);
        (await coordinator.MainAsync("/programme/health")).ShouldContain("Run now");
    }

    private static async Task<(HttpStatusCode Status, string Word, IReadOnlyList<string> Failing)> HealthAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative), Cancellation);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
        return (answer.StatusCode, json.RootElement.GetProperty("status").GetString()!,
            [.. json.RootElement.GetProperty("jobs").EnumerateArray().Where(j => !j.GetProperty("ok").GetBoolean()).Select(j => j.GetProperty("name").GetString()!)]);
    }

    /// <summary>They run once when the site starts.</summary>
    private async Task EveryJobHasRunAsync()
    {
        string[] jobs = [.. Schedule.Table.Select(s => s.Name), "outbox"];
        while (await App.WithDatabaseAsync(db => db.JobRuns.Where(r => r.Succeeded).Select(r => r.Job).Distinct().CountAsync(j => jobs.Contains(j), Cancellation)) < jobs.Length)
            await Task.Delay(100, Cancellation);
    }
}

public sealed class HealthOnSqlite(MovedSqliteApp app) : HealthTests(app), IClassFixture<MovedSqliteApp>;

public sealed class HealthOnPostgres(MovedPostgresApp app) : HealthTests(app), IClassFixture<MovedPostgresApp>;
