using Ccri.Domain.Accounts;
using Ccri.Domain.Milestones;
using Ccri.Domain.Reminders;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

/// <summary>What becomes of a reminder that has fallen: mailed, held, silenced or missed.</summary>
public abstract class PlanningMailTests(CcriApp app) : BothDatabases(app), IAsyncLifetime
{
    private static readonly DateOnly Tuesday = new(2026, 12, 15);

    private MovedClock Clock => ((IMovedApp)App).Clock;

    public async ValueTask InitializeAsync() => await App.EmptyAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Two_rules_that_ask_for_the_same_thing_make_one_line_of_one_mail()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker", "Δήμητρα Παππά");
        var rules = new[] { await App.RuleAsync(ReminderKind.Milestone, [0], name: "Milestones"), await App.RuleAsync(ReminderKind.Milestone, [0, 1], name: "Urgent milestones") };
        await App.DueAsync("asker", "Permit", Tuesday);
        await App.DueAsync("asker", "Tender", Tuesday);

        await PlanAtAsync(Tuesday, 9);

        var mail = (await App.DigestsAsync(contact)).ShouldHaveSingleItem();
        mail.Text.Split("Permit (Reuse hub)").Length.ShouldBe(2, mail.Text);
        mail.Text.ShouldContain("Tender (Reuse hub)");
        mail.Text.ShouldContain("Δήμητρα Παππά");
        var planned = await App.PlannedAsync(contact);
        planned.Count.ShouldBe(4);
        planned.ShouldAllBe(r => r.State == ReminderState.Mailed && r.MailId == mail.Id && rules.Any(rule => rule.Id == r.RuleId));
    }

    [Fact]
    public async Task After_as_many_mails_as_agreed_the_rest_waits_for_the_next_week()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.HabitsAsync(contact, mailsPerWeek: 1);
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        foreach (var day in (int[])[0, 1, 2])
            await App.DueAsync("asker", $"Step {day}", Tuesday.AddDays(day));

        foreach (var day in (int[])[0, 1, 2])
        {
            await PlanAtAsync(Tuesday.AddDays(day), 9);
            await App.SentAsync(contact);
        }
        (await App.PlannedAsync(contact)).Select(r => (r.State, r.Because)).ShouldBe([(ReminderState.Mailed, null), (ReminderState.Waiting, ReminderReason.WeekIsFull), (ReminderState.Waiting, ReminderReason.WeekIsFull)]);

        await PlanAtAsync(Tuesday.AddDays(6), 9); // Monday

        var mails = await App.DigestsAsync(contact);
        mails.Count.ShouldBe(2);
        (await App.PlannedAsync(contact)).Select(r => r.MailId).ShouldBe([mails[0].Id, mails[1].Id, mails[1].Id]);
    }

    [Fact]
    public async Task Who_wants_no_mails_gets_none_and_what_waited_two_weeks_is_missed()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.HabitsAsync(contact, mailsPerWeek: 0);
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("asker", "Permit", Tuesday);

        await PlanAtAsync(Tuesday, 9);
        await PlanAtAsync(Tuesday.AddDays(Reminder.UsefulDays), 9);
        (await App.PlannedAsync(contact)).Single().ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReminderState.Waiting), r => r.Because.ShouldBe(ReminderReason.WeekIsFull));
        await PlanAtAsync(Tuesday.AddDays(Reminder.UsefulDays + 1), 9);

        (await App.PlannedAsync(contact)).Single().ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReminderState.Missed), r => r.Because.ShouldBe(ReminderReason.TooLate));
        (await App.DigestsAsync(contact)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Before_the_hour_in_quiet_hours_and_on_other_days_it_is_held_and_says_why()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.RuleAsync(ReminderKind.Milestone, [0, 4]);
        await App.DueAsync("asker", "Permit", Tuesday);

        await PlanAtAsync(Tuesday, 7, 59);
        await HeldAsync(contact, ReminderReason.BeforeTheHour);
        await PlanAtAsync(Tuesday, 19, 30);
        await HeldAsync(contact, ReminderReason.QuietHours);
        await PlanAtAsync(Tuesday.AddDays(4), 9); // Saturday
        await HeldAsync(contact, ReminderReason.NotTheDay);
        await PlanAtAsync(Tuesday.AddDays(6), 8);

        (await App.DigestsAsync(contact)).Count.ShouldBe(1, "both in one mail");
        (await App.PlannedAsync(contact)).ShouldAllBe(r => r.State == ReminderState.Mailed && r.Because == null);
    }

    [Fact]
    public async Task Nothing_is_mailed_of_what_was_done_before_the_hour_and_no_mail_is_empty()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        var id = await App.DueAsync("asker", "Permit", Tuesday);
        await PlanAtAsync(Tuesday, 7);

        await App.ChangeAsync<Milestone>(id, m => m.Finish(Tuesday, Tuesday));

        await SilencedAsync(contact, ReminderReason.Done);
    }

    [Fact]
    public async Task Whose_access_has_ended_hears_nothing_any_more()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("asker", "Permit", Tuesday);
        await PlanAtAsync(Tuesday, 7);

        await App.ChangeAsync<Person>(contact, p => p.Disable(DateTime.UnixEpoch));

        await SilencedAsync(contact, ReminderReason.NotMeant);
    }

    [Fact]
    public async Task A_day_that_was_moved_silences_what_was_planned_and_is_planned_anew()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        var id = await App.DueAsync("asker", "Permit", Tuesday);
        await PlanAtAsync(Tuesday, 7);

        await App.ChangeAsync<Milestone>(id, m => m.Replan(Tuesday.AddDays(1), "The council meets later", null, DateTime.UnixEpoch));

        await SilencedAsync(contact, ReminderReason.Moved);
        await PlanAtAsync(Tuesday.AddDays(1), 9);
        (await App.PlannedAsync(contact)).Select(r => (r.DueOn, r.State)).ShouldBe([(Tuesday, ReminderState.Silenced), (Tuesday.AddDays(1), ReminderState.Mailed)]);
    }

    [Fact]
    public async Task A_territory_that_takes_no_part_any_more_is_left_alone()
    {
        var contact = await App.PersonAsync(Role.Territory, "bergen");
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("bergen", "Permit", Tuesday);
        await PlanAtAsync(Tuesday, 7);

        await App.WithDatabaseAsync(async db =>
        {
            var bergen = await db.Territories.Include(t => t.Participations).SingleAsync(t => t.Slug == "bergen", Cancellation);
            bergen.Withdraw(Tuesday.AddDays(-1), "The council decided so");
            return await db.SaveChangesAsync(Cancellation);
        });

        await SilencedAsync(contact, ReminderReason.Withdrawn);
    }

    [Fact]
    public async Task A_rule_that_is_off_or_that_somebody_does_not_want_sends_nothing()
    {
        var (contact, other) = (await App.PersonAsync(Role.Territory, "asker"), await App.PersonAsync(Role.Territory, "asker"));
        var rule = await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("asker", "Permit", Tuesday);
        await PlanAtAsync(Tuesday, 7);

        await App.WithDatabaseAsync(db =>
        {
            db.Add(new Unsubscription(contact, rule.Id, DateTime.UnixEpoch));
            return db.SaveChangesAsync(Cancellation);
        });
        await SilencedAsync(contact, ReminderReason.Unsubscribed);
        (await App.DigestsAsync(other)).Count.ShouldBe(1);
        await App.SentAsync(other);

        await App.DueAsync("asker", "Tender", Tuesday.AddDays(1));
        await PlanAtAsync(Tuesday.AddDays(1), 7);
        await App.ChangeAsync<ReminderRule>(rule.Id, r => r.SwitchOff());
        await PlanAtAsync(Tuesday.AddDays(1), 9);
        (await App.PlannedAsync(other)).Last().Because.ShouldBe(ReminderReason.RuleOff);
    }

    [Fact]
    public async Task What_is_put_off_comes_on_its_day_what_is_done_never_and_what_is_handed_over_to_the_other()
    {
        var (contact, officer) = (await App.PersonAsync(Role.Territory, "asker"), await App.PersonAsync(Role.Officer));
        await App.RuleAsync(ReminderKind.Milestone, [0, 1]);
        var (later, done, handed) = (await App.DueAsync("asker", "A later", Tuesday), await App.DueAsync("asker", "B done", Tuesday), await App.DueAsync("asker", "C handed over", Tuesday));
        await PlanAtAsync(Tuesday, 7);
        await App.WithDatabaseAsync(db =>
        {
            var marks = new[] { later, done, handed }.Select(id => new ReminderMark(contact, ReminderKind.Milestone, id, Tuesday)).ToList();
            marks[0].Snooze(Tuesday.AddDays(2), Tuesday);
            marks[1].Finish(DateTime.UnixEpoch);
            marks[2].HandOver(officer);
            db.AddRange(marks);
            return db.SaveChangesAsync(Cancellation);
        });

        for (var day = Tuesday; day <= Tuesday.AddDays(3); day = day.AddDays(1))
            await PlanAtAsync(day, 9);

        (await App.PlannedAsync(contact)).Select(r => (r.On, r.State, r.Because, r.Step)).ShouldBe([
            (Tuesday, ReminderState.Silenced, ReminderReason.Snoozed, ReminderStep.Usual), (Tuesday, ReminderState.Silenced, ReminderReason.MarkedDone, ReminderStep.Usual), (Tuesday, ReminderState.Silenced, ReminderReason.NotMeant, ReminderStep.Usual),
            (Tuesday.AddDays(2), ReminderState.Mailed, null, ReminderStep.Snoozed)]);
        (await App.PlannedAsync(officer)).Select(r => (r.Title, r.On)).ShouldBe([("C handed over (Reuse hub)", Tuesday), ("C handed over (Reuse hub)", Tuesday.AddDays(1))]);
    }

    [Fact]
    public async Task A_mail_of_last_week_that_went_out_today_is_the_one_of_today()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("asker", "Permit", Tuesday);
        var morning = Tuesday.ToDateTime(new TimeOnly(7, 10), DateTimeKind.Utc);
        var mail = new MailMessage { PersonId = contact, Address = "x@example.org", Subject = "Held up", Text = "Text", IsDigest = true, CreatedAt = morning.AddDays(-4), DueAt = morning, KeepTextUntil = morning, SentAt = morning };
        await App.WithDatabaseAsync(db => { db.Add(mail); return db.SaveChangesAsync(Cancellation); });

        await PlanAtAsync(Tuesday, 10);

        (await App.PlannedAsync(contact)).Single().Because.ShouldBe(ReminderReason.NotTheDay);
        await PlanAtAsync(Tuesday.AddDays(1), 10);
        (await App.DigestsAsync(contact)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_falls_while_a_mail_is_on_its_way_goes_with_it()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.RuleAsync(ReminderKind.Milestone, [0]);
        await App.DueAsync("asker", "Permit", Tuesday);
        var mail = new MailMessage { PersonId = contact, Address = "x@example.org", Subject = "On its way", Text = "Text", IsDigest = true, CreatedAt = DateTime.UnixEpoch, DueAt = new DateTime(2999, 1, 1, 0, 0, 0, DateTimeKind.Utc), KeepTextUntil = DateTime.UnixEpoch };
        await App.WithDatabaseAsync(db => { db.Add(mail); return db.SaveChangesAsync(Cancellation); });
        await SetLeaseAsync(mail.Id, new DateTime(2999, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        await PlanAtAsync(Tuesday, 9);
        await HeldAsync(contact, ReminderReason.MailOnItsWay);
        await SetLeaseAsync(mail.Id, null);
        await PlanAtAsync(Tuesday, 9, 5);

        (await App.DigestsAsync(contact)).ShouldHaveSingleItem();
        (await App.PlannedAsync(contact)).Single().MailId.ShouldBe(mail.Id);
    }

    [Fact]
    public async Task What_is_for_the_page_only_is_never_mailed()
    {
        var contact = await App.PersonAsync(Role.Territory, "asker");
        await App.RuleAsync(ReminderKind.Milestone, [0], channel: ReminderChannel.App);
        await App.DueAsync("asker", "Permit", Tuesday);

        await PlanAtAsync(Tuesday, 9);

        (await App.PlannedAsync(contact)).Single().State.ShouldBe(ReminderState.Shown);
        (await App.DigestsAsync(contact)).ShouldBeEmpty();
    }

    private Task<int> SetLeaseAsync(Guid mail, DateTime? until) => App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.Id == mail).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseUntil, until), Cancellation));

    private Task<string> PlanAtAsync(DateOnly day, int hour, int minute = 0)
    {
        Clock.At(day, hour, minute);
        return App.PlanAsync();
    }

    private async Task HeldAsync(Guid person, ReminderReason because)
    {
        (await App.PlannedAsync(person)).ShouldAllBe(r => r.State == ReminderState.Waiting && r.Because == because);
        (await App.DigestsAsync(person)).ShouldAllBe(m => m.SentAt == null);
    }

    private async Task SilencedAsync(Guid person, ReminderReason because)
    {
        await PlanAtAsync(Tuesday, 9);
        (await App.PlannedAsync(person)).First().ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReminderState.Silenced), r => r.Because.ShouldBe(because));
        (await App.DigestsAsync(person)).ShouldBeEmpty();
    }
}

public sealed class PlanningMailOnSqlite(MovedSqliteApp app) : PlanningMailTests(app), IClassFixture<MovedSqliteApp>;

public sealed class PlanningMailOnPostgres(MovedPostgresApp app) : PlanningMailTests(app), IClassFixture<MovedPostgresApp>;
