using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

/// <summary>A digest is looked at again right before it goes out.</summary>
public abstract class MailDigestTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_digest_goes_out_once_as_text_and_as_html_with_the_address_that_ends_it()
    {
        var stage = await DigestStage.SetAsync(App, ["Ask Δυτική Μακεδονία for the tender", "Call Пловдив"]);

        var mail = await stage.SendAsync(App);
        await App.SendAsSystemAsync(new SendDueMail.Command());

        mail.Subject.ShouldBe("Reminder: Ask Δυτική Μακεδονία for the tender (3 days late) and 1 more");
        mail.Text.ShouldContain("Hello Łucja z Łodzi,");
        mail.Html!.ShouldContain("<strong>Call Пловдив</strong>");
        mail.Unsubscribe.ShouldNotBeNull();
        var file = stage.Files(App).ShouldHaveSingleItem();
        file.ShouldContain($"List-Unsubscribe: <{mail.Unsubscribe}>", Case.Insensitive);
        file.ShouldContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click", Case.Insensitive);
        file.ShouldContain("Auto-Submitted: auto-generated", Case.Insensitive);
        file.ShouldContain("text/plain");
        file.ShouldContain("text/html");
    }

    [Fact]
    public async Task What_was_done_before_the_mail_went_out_is_left_out_of_it()
    {
        var stage = await DigestStage.SetAsync(App, ["Was done", "Is open"], due: DateTime.UtcNow.AddDays(1));
        await FinishAsync(stage, 1);
        await DueNowAsync(stage);

        var mail = await stage.SendAsync(App);

        mail.Text.ShouldContain("Is open");
        mail.Text.ShouldNotContain("Was done");
        var states = await App.WithDatabaseAsync(db => db.Reminders.Where(r => r.MailId == stage.MailId).ToDictionaryAsync(r => r.Title, r => (r.State, r.Because), Cancellation));
        states["Was done"].ShouldBe((ReminderState.Silenced, ReminderReason.Done));
        states["Is open"].ShouldBe((ReminderState.Mailed, (ReminderReason?)null));
    }

    [Fact]
    public async Task A_digest_that_was_held_up_waits_for_a_day_that_its_person_has_chosen_and_is_dropped_when_none_is_wanted()
    {
        var stage = await DigestStage.SetAsync(App, ["Not on a day off"], due: DateTime.UtcNow.AddDays(1));
        var yesterday = (WeekDays)(1 << (((int)DateTime.UtcNow.AddDays(-2).DayOfWeek + 6) % 7)); // neither today nor tomorrow, whatever day Brussels has
        await ReadAsync(yesterday, ReminderHabits.MostMails);
        await DueNowAsync(stage);
        await App.SendAsSystemAsync(new SendDueMail.Command());

        var waiting = await stage.MailAsync(App);
        (waiting.SentAt, waiting.DroppedAt, waiting.Attempts, waiting.Lease).ShouldBe((null, null, 0, null));
        waiting.DueAt.ShouldBeGreaterThan(DateTime.UtcNow);
        stage.Files(App).ShouldBeEmpty();

        await ReadAsync(WeekDays.Workdays, 0);
        await DueNowAsync(stage);
        (await stage.SendAsync(App)).DroppedAt.ShouldNotBeNull();
        (await App.WithDatabaseAsync(db => db.Reminders.SingleAsync(r => r.MailId == stage.MailId, Cancellation))).Because.ShouldBe(ReminderReason.Unsubscribed);

        Task ReadAsync(WeekDays days, int mails) => App.WithDatabaseAsync(async db =>
        {
            (await db.ReminderHabits.SingleAsync(h => h.PersonId == stage.PersonId, Cancellation)).Read(days, 0, 0, 0, mails);
            return await db.SaveChangesAsync(Cancellation);
        });
    }

    [Fact]
    public async Task When_all_of_it_was_done_no_mail_goes_out_and_nothing_counts_as_waiting()
    {
        var stage = await DigestStage.SetAsync(App, ["First", "Second"], due: DateTime.UtcNow.AddDays(1));
        await FinishAsync(stage, 2);
        await DueNowAsync(stage);

        var mail = await stage.SendAsync(App);

        mail.DroppedAt.ShouldNotBeNull();
        (mail.SentAt, mail.Text, mail.Html).ShouldBe((null, "", null));
        stage.Files(App).ShouldBeEmpty();
        (await App.SendAsync(new CheckHealth.Query())).Parts.Single(p => p.Name == "Mail").Sentence.ShouldContain("Nothing is waiting.");
    }

    [Fact]
    public async Task Somebody_who_may_not_sign_in_any_more_gets_no_digest()
    {
        var stage = await DigestStage.SetAsync(App, ["Something"], due: DateTime.UtcNow.AddDays(1));
        await App.SendAsSystemAsync(new DisablePerson.Command(stage.Email));
        await DueNowAsync(stage);

        (await stage.SendAsync(App)).DroppedAt.ShouldNotBeNull();

        (await App.WithDatabaseAsync(db => db.Reminders.Where(r => r.MailId == stage.MailId).Select(r => r.Because).SingleAsync(Cancellation))).ShouldBe(ReminderReason.NotMeant);
    }

    [Fact]
    public async Task What_has_joined_the_mail_since_it_was_written_is_in_it_and_it_goes_to_the_address_of_today()
    {
        var stage = await DigestStage.SetAsync(App, ["The first"], due: DateTime.UtcNow.AddDays(1));
        var moved = $"moved-{stage.Email}";
        await App.WithDatabaseAsync(async db =>
        {
            var rule = await db.ReminderRules.SingleAsync(r => r.Id == stage.RuleId, Cancellation);
            var own = new OwnReminder("Joined it", Today.AddDays(2), stage.PersonId, null, null, Today);
            db.OwnReminders.Add(own);
            db.Reminders.Add(DigestStage.Mailed(rule, own, stage.MailId, DateTime.UtcNow));
            (await db.Persons.SingleAsync(p => p.Id == stage.PersonId, Cancellation)).MoveTo(moved);
            return await db.SaveChangesAsync(Cancellation);
        });
        await DueNowAsync(stage);

        var mail = await stage.SendAsync(App);

        mail.Text.ShouldContain("Joined it");
        mail.Address.ShouldBe(moved);
    }

    private Task<int> FinishAsync(DigestStage stage, int count) => App.WithDatabaseAsync(async db =>
    {
        foreach (var id in stage.Own.Take(count))
            (await db.OwnReminders.SingleAsync(r => r.Id == id, Cancellation)).Finish(DateTime.UtcNow);
        return await db.SaveChangesAsync(Cancellation);
    });

    private Task<int> DueNowAsync(DigestStage stage) =>
        App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.Id == stage.MailId).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, DateTime.UnixEpoch), Cancellation));
}

public sealed class MailDigestOnSqlite(SqliteApp app) : MailDigestTests(app), IClassFixture<SqliteApp>;

public sealed class MailDigestOnPostgres(PostgresApp app) : MailDigestTests(app), IClassFixture<PostgresApp>;
