using Ccri.Domain.Programme;
using Ccri.Domain.Statuses;
using Ccri.Web.Features.Milestones;
using Ccri.Web.Features.Statuses;
using Ccri.Web.Tests.Plans;
using Ccri.Web.Tests.Solutions;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Statuses;

public abstract class RecordStatusesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_status_is_written_down_once_and_again_only_when_it_or_its_author_changes()
    {
        await JobHasRunAsync();
        var id = await App.AddMilestoneAsync(await App.AddSolutionAsync("uppsala"), "Permit granted", Today.AddDays(-12));

        await RecordAsync();
        await RecordAsync();
        (await EntriesAsync(id)).Select(e => (e.Status, e.ByPerson, e.On)).ShouldBe([(Rag.AtRisk, false, Today)]);
        (await RecordAsync()).ShouldBe("0 changes of status written down, 0 things for the first time");

        await App.GiveAsync(StatusKind.Milestone, id, Rag.OnTrack);
        await RecordAsync(); // the milestone is written down already; what is above it is not
        (await EntriesAsync(id)).Select(e => (e.Status, e.ByPerson, e.PersonId is null)).ShouldBe([(Rag.AtRisk, false, true), (Rag.OnTrack, true, false)]);

        await App.SendAsync(new FinishMilestone.Command(id));
        (await RecordAsync()).ShouldStartWith("3 changes"); // of the milestone, its solution and its territory
        (await EntriesAsync(id)).Last().ShouldSatisfyAllConditions(e => e.Status.ShouldBe(Rag.Complete), e => e.Why.ShouldStartWith("Done on"), e => e.ByPerson.ShouldBeFalse());
    }

    [Fact]
    public async Task A_reason_of_any_length_can_be_written_down()
    {
        await JobHasRunAsync();
        var id = await App.AddMilestoneAsync(await App.AddSolutionAsync("munich"), "Tender", Today.AddDays(-2));
        await App.SendAsync((await App.SendAsync(new GetMilestoneForm.Query(id))).Form with { BlockedBy = new string('b', 1000) });
        await App.GiveAsync(StatusKind.Milestone, id, Rag.AtRisk, $"Line one\r\n{new string('r', 900)}");
        await App.SendAsync((await App.SendAsync(new GetMilestoneForm.Query(id))).Form with { BlockedBy = $"Δυτική Μακεδονία\r\n{new string('b', 900)}" });

        await RecordAsync();

        (await EntriesAsync(id)).Last().Why.ShouldStartWith("Blocked: Δυτική Μακεδονία");
    }

    [Fact]
    public async Task A_word_given_while_the_job_reads_is_not_followed_by_what_the_rule_said_before()
    {
        await JobHasRunAsync();
        var id = await App.AddMilestoneAsync(await App.AddSolutionAsync("roubaix"), "Permit granted", Today.AddDays(-12));
        await RecordAsync();
        var given = false;

        await Meanwhile.AfterReadingAsync("Acceptances", async () =>
        {
            await App.GiveAsync(StatusKind.Milestone, id, Rag.OnTrack);
            given = true;
        }, RecordAsync);

        given.ShouldBeTrue();
        (await EntriesAsync(id)).Select(e => (e.Status, e.ByPerson)).ShouldBe([(Rag.AtRisk, false), (Rag.OnTrack, true)]);
        await RecordAsync();
        (await EntriesAsync(id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task However_much_there_is_the_number_of_questions_is_the_same()
    {
        await JobHasRunAsync();
        await RecordAsync();
        var few = await QueryCount.OfAsync(RecordAsync);
        var plan = await App.AddPlanAsync("asker");
        await App.FillAsync(plan, 10, 60);
        await App.AddManyAsync("flanders", "CSS-MANY", 10, 5);
        var (planId, emptyId) = (await App.PlanIdAsync(plan), await App.PlanIdAsync(await App.AddPlanAsync("munich")));
        var fewOnPage = await QueryCount.OfAsync(() => App.StatusAsync(StatusKind.Plan, emptyId));

        await RecordAsync();

        (await QueryCount.OfAsync(RecordAsync)).ShouldBe(few);
        (await QueryCount.OfAsync(() => App.StatusAsync(StatusKind.Plan, planId))).ShouldBe(fewOnPage);
        (await App.StatusAsync(StatusKind.Plan, planId)).Parts.Count.ShouldBe(60);
    }

    private async Task<string> RecordAsync() => (await App.SendAsSystemAsync(new RecordStatuses.Command())).Note;

    private Task<List<StatusEntry>> EntriesAsync(Guid id) => App.WithDatabaseAsync(db => db.StatusEntries.AsNoTracking().Where(e => e.SubjectId == id).OrderBy(e => e.At).ToListAsync(Cancellation));

    /// <summary>At its start the application writes down what is there already; a test that counts waits for that.</summary>
    private async Task JobHasRunAsync()
    {
        while (!await App.WithDatabaseAsync(db => db.JobRuns.AnyAsync(r => r.Job == "record-statuses" && r.FinishedAt != null, Cancellation)))
            await Task.Delay(50, Cancellation);
    }
}

public sealed class RecordStatusesOnSqlite(SqliteApp app) : RecordStatusesTests(app), IClassFixture<SqliteApp>;

public sealed class RecordStatusesOnPostgres(PostgresApp app) : RecordStatusesTests(app), IClassFixture<PostgresApp>;
