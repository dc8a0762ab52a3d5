using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Milestones;
using Ccri.Domain.Plans;
using Ccri.Domain.Reminders;
using Ccri.Domain.Solutions;
using Ccri.Domain.Territories;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Mail;
using Ccri.Web.Security;
using Ccri.Web.Tests.Needs;
using Ccri.Web.Tests.Reports;
using Ccri.Web.Tests.WorkingGroups;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reminders;

/// <summary>What is open and has a day, and who is meant.</summary>
public abstract class FactsTests(CcriApp app) : BothDatabases(app), IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await App.EmptyAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_milestone_is_open_until_it_is_reached_or_work_on_its_solution_ends()
    {
        var (contact, officer, coordinator) = (await App.PersonAsync(Role.Territory, "asker"), await App.PersonAsync(Role.Officer), await App.PersonAsync(Role.Coordinator));
        await App.PersonAsync(Role.Desk);
        await App.PersonAsync(Role.Territory, "uppsala");
        var id = await App.DueAsync("asker", "Permit", Today.AddDays(5));

        var fact = await FactAsync(ReminderKind.Milestone, id);
        (fact!.DueOn, fact.Title, fact.Of, fact.Country).ShouldBe((Today.AddDays(5), "Permit (Reuse hub)", "Asker", "NO"));
        fact.Address.ShouldStartWith("solutions/CSS-");
        Meant(fact).ShouldBe([contact, officer, coordinator], ignoreOrder: true);
        fact.PeopleOf(ReminderAudience.Owner).ShouldBe([contact]);
        fact.PeopleOf(ReminderAudience.Accompanying).ShouldBe([officer]);
        var own = await App.PersonAsync(Role.Officer, "asker");
        (await FactAsync(ReminderKind.Milestone, id))!.PeopleOf(ReminderAudience.Accompanying).ShouldBe([own], "who looks after that very territory goes first");

        var solution = await App.WithDatabaseAsync(db => db.Milestones.Where(m => m.Id == id).Select(m => m.SolutionId!.Value).SingleAsync(Cancellation));
        await App.ChangeAsync<Solution>(solution, s => s.Pause(new(Today), "A reason", "A lesson", Today));
        (await FactAsync(ReminderKind.Milestone, id)).ShouldBeNull();
        await App.ChangeAsync<Solution>(solution, s => s.Redesign(new(Today), "A reason", "A lesson", Today));
        (await FactAsync(ReminderKind.Milestone, id)).ShouldNotBeNull();
        await App.ChangeAsync<Milestone>(id, m => m.Finish(Today, Today));
        (await FactAsync(ReminderKind.Milestone, id)).ShouldBeNull();
    }

    [Fact]
    public async Task Actions_their_milestones_gates_and_the_end_of_a_plan_are_told_until_they_are_over()
    {
        var (plan, investment, action, project, step) = await App.WithDatabaseAsync(async db =>
        {
            var asker = await db.Territories.Where(t => t.Slug == "asker").Select(t => t.Id).SingleAsync(Cancellation);
            var ceap = new Plan(asker, PlanKind.Ceap, $"CEAP-{Guid.NewGuid():N}", "Circular Asker");
            ceap.Report(PlanStatus.Adopted);
            ceap.Cover(2024, 2027);
            var ceip = new Plan(asker, PlanKind.Ceip, $"CEIP-{Guid.NewGuid():N}", "Money for Asker");
            var measure = new PlanAction(ceap.Id, asker, "3.2", "Reuse furniture");
            measure.Run(null, new(2026, 12, 31));
            var bank = new InvestmentProject(ceip.Id, asker, "P1", "Material bank");
            bank.Decide(new(2027, 1, 15));
            var half = Milestone.OfAction(measure.Id, asker, "Half of it", new(2026, 11, 30));
            db.AddRange(ceap, ceip, measure, bank, half);
            await db.SaveChangesAsync(Cancellation);
            return (ceap, ceip, measure, bank, half);
        });

        Told(await FactAsync(ReminderKind.Action, action.Id)).ShouldBe((new(2026, 12, 31), "3.2 Reuse furniture (Circular Asker)", $"plans/{plan.Code}/actions/{action.Id}"));
        Told(await FactAsync(ReminderKind.Milestone, step.Id)).ShouldBe((new(2026, 11, 30), "Half of it (3.2 Reuse furniture)", $"plans/{plan.Code}/actions/{action.Id}"));
        Told(await FactAsync(ReminderKind.InvestmentGate, project.Id)).ShouldBe((new(2027, 1, 15), "Next decision on P1 Material bank", $"plans/{investment.Code}/projects/{project.Id}"));
        Told(await FactAsync(ReminderKind.PlanExpiring, plan.Id)).ShouldBe((new(2027, 12, 31), "Circular Asker ends with 2027", $"plans/{plan.Code}"));

        await App.ChangeAsync<PlanAction>(action.Id, a => a.Drop("No money"));
        (await FactAsync(ReminderKind.Action, action.Id)).ShouldBeNull();
        (await FactAsync(ReminderKind.Milestone, step.Id)).ShouldBeNull();
        await App.ChangeAsync<InvestmentProject>(project.Id, p => p.Enter(ProjectStage.Operating, Today, null, Today));
        (await FactAsync(ReminderKind.InvestmentGate, project.Id)).ShouldBeNull();
        await App.ChangeAsync<Plan>(plan.Id, p => p.Expire());
        (await FactAsync(ReminderKind.PlanExpiring, plan.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Minutes_are_missing_from_the_last_day_of_a_session_until_they_are_circulated()
    {
        var (officer, lead) = (await App.PersonAsync(Role.Officer), await App.PersonAsync(Role.Lead, group: "TWG-C"));
        await App.PersonAsync(Role.Lead, group: "TWG-B");
        var past = await App.AsAsync(new ScopedRole(Role.Officer, null, null), (await App.SessionAsync("Timber", on: Today.AddDays(-3))) with { LastOn = Today.AddDays(-2) }, officer);
        var ahead = await App.LogAsync("Still to come", form => form with { On = Today.AddDays(3) });

        var fact = await FactAsync(ReminderKind.MinutesMissing, past);
        Told(fact).ShouldBe((Today.AddDays(-2), "Minutes of “Timber”", $"working-groups/sessions/{past}"));
        (fact!.TerritoryId, fact.Country).ShouldBe((null, null));
        fact.PeopleOf(ReminderAudience.Owner).ShouldBe([officer]);
        fact.PeopleOf(ReminderAudience.Lead).ShouldBe([lead]);
        (await FactAsync(ReminderKind.MinutesMissing, ahead)).ShouldBeNull();

        await App.CirculateAsync(past);
        (await FactAsync(ReminderKind.MinutesMissing, past)).ShouldBeNull();
    }

    [Fact]
    public async Task A_follow_up_of_a_contact_is_its_owners_until_they_have_done_it_or_left()
    {
        var officer = await App.PersonAsync(Role.Officer);
        var id = await App.WithDatabaseAsync(async db =>
        {
            var contact = new LoggedContact(await db.Territories.Where(t => t.Slug == "asker").Select(t => t.Id).SingleAsync(Cancellation), officer, Today, "Budget");
            contact.Owe("Send the template", officer, Today.AddDays(10));
            db.Add(contact);
            await db.SaveChangesAsync(Cancellation);
            return contact.Id;
        });

        var fact = await FactAsync(ReminderKind.FollowUp, id);
        Told(fact).ShouldBe((Today.AddDays(10), "Send the template", "territories/asker#contacts"));
        fact!.PeopleOf(ReminderAudience.Owner).ShouldBe([officer]);
        await App.ChangeAsync<Person>(officer, p => p.Disable(DateTime.UnixEpoch));
        (await FactAsync(ReminderKind.FollowUp, id))!.PeopleOf(ReminderAudience.Owner).ShouldBeEmpty();
        await App.ChangeAsync<LoggedContact>(id, c => c.Finish(DateTime.UnixEpoch));
        (await FactAsync(ReminderKind.FollowUp, id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_follow_up_of_a_session_that_a_territory_took_on_is_told_to_it_once_it_may_read_the_session()
    {
        var (contact, lead) = (await App.PersonAsync(Role.Territory, "asker"), await App.PersonAsync(Role.Lead, group: "TWG-C"));
        var asker = await App.IdOfAsync("asker");
        var session = await App.LogAsync("Timber", form => form with { On = Today.AddDays(-3), FollowUps = [SessionSamples.FollowUp("Ask the builders", new OwnerKey(null, asker), Today.AddDays(7))] });
        var item = (await App.SheetAsync(session)).Items.Single(i => i.Text == "Ask the builders").Id;

        var fact = await FactAsync(ReminderKind.FollowUp, item);
        Told(fact).ShouldBe((Today.AddDays(7), "Ask the builders", $"working-groups/sessions/{session}"));
        (fact!.TerritoryId, fact.Of).ShouldBe((asker, "Asker"));
        fact.PeopleOf(ReminderAudience.Owner).ShouldBeEmpty("the minutes are a draft, which a territory does not read");
        fact.PeopleOf(ReminderAudience.Lead).ShouldBe([lead]);

        await App.CirculateAsync(session);
        (await FactAsync(ReminderKind.FollowUp, item))!.PeopleOf(ReminderAudience.Owner).ShouldBe([contact]);
    }

    [Fact]
    public async Task A_report_is_to_be_submitted_until_it_is_and_that_its_period_opens_is_news_for_two_weeks()
    {
        var code = await App.PeriodAsync(daysToCutOff: 10); // opened a week ago
        var report = await App.WithDatabaseAsync(db => db.TerritoryReports.Where(r => db.ReportingPeriods.Any(p => p.Id == r.PeriodId && p.Code == code) && db.Territories.Any(t => t.Id == r.TerritoryId && t.Slug == "asker")).Select(r => r.Id).SingleAsync(Cancellation));

        Told(await FactAsync(ReminderKind.PeriodCutOff, report)).ShouldBe((Today.AddDays(10), "The last days: last day to submit the report", $"reports/{code}/territories/asker"));
        Told(await FactAsync(ReminderKind.PeriodOpening, report)).ShouldBe((Today.AddDays(-7), "The last days: the report can be submitted", $"reports/{code}/territories/asker"));
        (await FactAsync(ReminderKind.PeriodOpening, report, on: Today.AddDays(8))).ShouldBeNull();

        await (await App.ActorAsync(Role.Territory, await App.IdOfAsync("asker"))).SubmitAsync(code, "asker");
        (await FactAsync(ReminderKind.PeriodCutOff, report)).ShouldBeNull();
        (await FactAsync(ReminderKind.PeriodOpening, report)).ShouldBeNull();
    }

    [Fact]
    public async Task A_year_after_the_last_round_the_next_assessment_is_due()
    {
        await App.RoundAsync("bergen", new(2024, 2, 29), 2);
        await App.RoundAsync("bergen", new(2024, 1, 10), 3);
        var bergen = await App.IdOfAsync("bergen");

        Told(await FactAsync(ReminderKind.AssessmentDue, bergen)).ShouldBe((new(2025, 2, 28), "Needs assessment of Bergen, last held on 29 Feb 2024", "needs/bergen"));
        (await FactAsync(ReminderKind.AssessmentDue, await App.IdOfAsync("uppsala"))).ShouldBeNull("nobody has assessed it yet");
    }

    [Fact]
    public async Task Facts_are_to_be_confirmed_from_the_day_on_which_the_first_of_them_is_stale()
    {
        var asker = await App.IdOfAsync("asker");
        var first = (await FactAsync(ReminderKind.FactsNotConfirmed, asker))!.DueOn;
        first.ShouldBe(FactNote.StaleFrom(Today), "loaded today");

        var old = await App.WithDatabaseAsync(db => db.FactNotes.Where(n => n.SubjectId == asker && n.Sources.Any()).OrderBy(n => n.Id).Select(n => n.Id).FirstAsync(Cancellation));
        await App.WithDatabaseAsync(db => db.FactNotes.Where(n => n.Id == old).ExecuteUpdateAsync(set => set.SetProperty(n => n.RecordedAt, new DateTime(2025, 8, 31, 12, 0, 0, DateTimeKind.Utc)), Cancellation));
        Told(await FactAsync(ReminderKind.FactsNotConfirmed, asker)).ShouldBe((new(2026, 3, 1), "Facts of Asker to be confirmed", "territories/asker"));

        await App.ChangeAsync<FactNote>(old, n => n.Confirm(Guid.CreateVersion7(), App.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        (await FactAsync(ReminderKind.FactsNotConfirmed, asker))!.DueOn.ShouldBe(first);
    }

    [Fact]
    public async Task A_territory_is_quiet_when_the_days_after_its_last_contact_are_over_and_its_own_people_are_not_told()
    {
        await App.PersonAsync(Role.Territory, "flanders");
        var officer = await App.PersonAsync(Role.Officer);
        var flanders = await App.IdOfAsync("flanders");
        await App.WithDatabaseAsync(db =>
        {
            db.AddRange(new LoggedContact(flanders, officer, new(2026, 3, 2), "A call"), new LoggedContact(flanders, officer, new(2026, 1, 2), "A call before"));
            return db.SaveChangesAsync(Cancellation);
        });

        var fact = await FactAsync(ReminderKind.TerritoryQuiet, flanders);
        Told(fact).ShouldBe((new DateOnly(2026, 3, 2).AddDays(61), "Flanders has gone quiet, last contact on 2 Mar 2026", "territories/flanders/log"));
        Meant(fact!).ShouldBe([officer]);
    }

    [Fact]
    public async Task A_mail_that_is_given_up_is_told_to_coordinators_until_it_is_sent_again_and_one_that_tells_of_such_mails_never_is()
    {
        var (officer, coordinator) = (await App.PersonAsync(Role.Officer, name: "Łucja"), await App.PersonAsync(Role.Coordinator));
        var (mail, alert) = (Failed(officer, isDigest: false), Failed(coordinator, isDigest: true));
        var rule = await App.RuleAsync(ReminderKind.MailGivenUp, [0], ReminderAudience.Coordinator);
        await App.WithDatabaseAsync(db =>
        {
            var told = new Reminder(new PlannedReminder(rule, new ReminderFact(ReminderKind.MailGivenUp, mail.Id, Today, "A mail", "reminders") { People = new Dictionary<ReminderAudience, IReadOnlyList<Guid>>() }, coordinator, Today, 0, ReminderStep.Usual), DateTime.UnixEpoch);
            told.Mail(alert.Id, DateTime.UnixEpoch);
            db.AddRange(mail, alert, told);
            return db.SaveChangesAsync(Cancellation);
        });

        var fact = await FactAsync(ReminderKind.MailGivenUp, mail.Id);
        Told(fact).ShouldBe((Today, "A mail to Łucja could not be delivered", $"reminders/mails/{mail.Id}"));
        Meant(fact!).ShouldBe([coordinator]);
        (await FactAsync(ReminderKind.MailGivenUp, alert.Id)).ShouldBeNull();

        var again = new MailMessage { PersonId = officer, Address = "x@example.org", Subject = "Again", Text = "Text", AgainOfId = mail.Id, CreatedAt = DateTime.UnixEpoch, DueAt = new DateTime(2999, 1, 1, 0, 0, 0, DateTimeKind.Utc), KeepTextUntil = DateTime.UnixEpoch };
        await App.WithDatabaseAsync(db => { db.Add(again); return db.SaveChangesAsync(Cancellation); });
        (await FactAsync(ReminderKind.MailGivenUp, mail.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task A_reminder_made_by_hand_is_its_owners_and_goes_along_when_they_hand_over()
    {
        var (officer, other) = (await App.PersonAsync(Role.Officer), await App.PersonAsync(Role.Coordinator));
        var own = new OwnReminder("Call the mayor", Today.AddDays(1), officer, null, await App.IdOfAsync("asker"), Today);
        await App.WithDatabaseAsync(db => { db.Add(own); return db.SaveChangesAsync(Cancellation); });
        (await FactAsync(ReminderKind.OwnReminder, own.Id))!.PeopleOf(ReminderAudience.Owner).ShouldBe([officer]);

        await App.SendAsync(new Ccri.Web.Features.Accounts.HandOver.Command(officer, other, []));

        (await FactAsync(ReminderKind.OwnReminder, own.Id))!.PeopleOf(ReminderAudience.Owner).ShouldBe([other]);
        var desk = await App.PersonAsync(Role.Desk);
        (await Should.ThrowAsync<FluentValidation.ValidationException>(() => App.SendAsync(new Ccri.Web.Features.Accounts.HandOver.Command(other, desk, [])))).Errors.Single().ErrorMessage.ShouldContain("reminded of nothing");
    }

    [Fact]
    public async Task However_much_there_is_the_number_of_questions_is_the_same()
    {
        await App.PersonAsync(Role.Officer);
        var few = await QueryCount.OfAsync(() => FactAsync(null, Guid.Empty));
        for (var i = 0; i < 10; i++)
            await App.DueAsync(i % 2 == 0 ? "asker" : "uppsala", $"Step {i}", Today.AddDays(i));

        (await QueryCount.OfAsync(() => FactAsync(null, Guid.Empty))).ShouldBe(few);
    }

    [Fact]
    public async Task Asked_about_one_thing_it_finds_the_same_as_asked_about_everything()
    {
        await App.PersonAsync(Role.Coordinator);
        await App.DueAsync("asker", "Permit", Today);
        var all = await FactsAsync(null, null, null);

        foreach (var kind in all.GroupBy(f => f.Kind))
        {
            var wanted = kind.First();
            (await FactsAsync([kind.Key], [wanted.SubjectId], null)).Select(f => (f.SubjectId, f.DueOn, f.Title)).ShouldBe([(wanted.SubjectId, wanted.DueOn, wanted.Title)], kind.Key.ToString());
        }
    }

    private static (DateOnly, string, string) Told(ReminderFact? fact) => fact is null ? default : (fact.DueOn, fact.Title, fact.Address);

    private static IEnumerable<Guid> Meant(ReminderFact fact) => fact.PeopleOf(ReminderAudience.Owner | ReminderAudience.Lead | ReminderAudience.Accompanying | ReminderAudience.Coordinator);

    private MailMessage Failed(Guid person, bool isDigest) => new()
    {
        PersonId = person, Address = "x@example.org", Subject = "Subject", Text = "Text", IsDigest = isDigest, CreatedAt = DateTime.UnixEpoch, DueAt = DateTime.UnixEpoch, KeepTextUntil = DateTime.UnixEpoch,
        FailedAt = App.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
    };

    private async Task<ReminderFact?> FactAsync(ReminderKind? kind, Guid subject, DateOnly? on = null) => (await FactsAsync(kind is { } one ? [one] : null, null, on)).SingleOrDefault(f => f.SubjectId == subject && f.Kind == kind);

    private async Task<IReadOnlyList<ReminderFact>> FactsAsync(IReadOnlyCollection<ReminderKind>? kinds, IReadOnlyCollection<Guid>? subjects, DateOnly? on)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsJob("test");
        return (await scope.ServiceProvider.GetRequiredService<ReminderBookReader>().ReadAsync(kinds, subjects, Cancellation, on)).Facts;
    }
}

public sealed class FactsOnSqlite(SqliteApp app) : FactsTests(app), IClassFixture<SqliteApp>;

public sealed class FactsOnPostgres(PostgresApp app) : FactsTests(app), IClassFixture<PostgresApp>;
