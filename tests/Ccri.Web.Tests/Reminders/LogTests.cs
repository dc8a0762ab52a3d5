using System.Net;
using System.Text.RegularExpressions;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Errors;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reminders;

public abstract class LogTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Each_reminder_says_what_became_of_it_and_why()
    {
        var stage = await DigestStage.SetAsync(App, ["Sent one"]);
        await stage.SendAsync(App);
        await AddAsync(stage, "Held one", r => r.Hold(ReminderReason.WeekIsFull));
        await AddAsync(stage, "Next one", _ => { });
        await AddAsync(stage, "Done one", r => r.Silence(ReminderReason.Done, DateTime.UtcNow));
        await AddAsync(stage, "Missed one", r => r.Miss(ReminderReason.TooLate, DateTime.UtcNow));

        var log = await App.SendAsync(new ListReminderLog.Query(stage.PersonId));

        log.Lines.ToDictionary(l => l.Title, l => (l.State, LogWords.Why(l))).ShouldSatisfyAllConditions(
            all => all["Sent one"].State.ShouldBe(LogState.Sent),
            all => all["Sent one"].Item2!.ShouldStartWith("mailed on "),
            all => all["Held one"].ShouldBe((LogState.Held, "as many mails as agreed went out this week")),
            all => all["Next one"].ShouldBe((LogState.Held, "it goes with the next mail")),
            all => all["Done one"].ShouldBe((LogState.NotNeeded, "it is done")),
            all => all["Missed one"].ShouldBe((LogState.Missed, "too late to help")));
        foreach (var state in new[] { LogState.Sent, LogState.Held, LogState.NotNeeded, LogState.Missed, LogState.OnItsWay, LogState.NotDelivered, LogState.Shown })
            (await App.SendAsync(new ListReminderLog.Query(stage.PersonId, State: state))).Lines.Select(l => l.Title).ShouldBe(log.Lines.Where(l => l.State == state).Select(l => l.Title));
        (await App.SendAsync(new ListReminderLog.Query(RuleId: stage.RuleId))).Total.ShouldBe(5);
    }

    [Fact]
    public async Task A_territory_filters_and_pages_are_newest_first()
    {
        var stage = await DigestStage.SetAsync(App, ["Without a territory"]);
        var territory = await App.WithDatabaseAsync(db => db.Territories.SingleAsync(t => t.Slug == "asker", Cancellation));
        foreach (var day in Enumerable.Range(0, 5))
            await AddAsync(stage, $"Of Asker {day}", _ => { }, territory.Id, Today.AddDays(day));

        var found = await App.SendAsync(new ListReminderLog.Query(stage.PersonId, "asker", Page: 2, Size: 2));

        (found.Total, found.Page).ShouldBe((5, 2));
        found.Lines.Select(l => l.Title).ShouldBe(["Of Asker 2", "Of Asker 1"]);
        found.Territories.Select(t => t.Value).ShouldContain("asker");
    }

    [Fact]
    public async Task Who_is_no_coordinator_sees_the_own_rows_and_mails_only()
    {
        var (mine, other) = (await DigestStage.SetAsync(App, ["My own"]), await DigestStage.SetAsync(App, ["Of somebody else"]));
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(mine.PersonId, "Test", [new ScopedRole(Role.Officer, null, null)]);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();

        var log = await mediator.Send(new ListReminderLog.Query(other.PersonId), Cancellation);
        log.Lines.Select(l => l.Title).ShouldBe(["My own"]);
        (log.SeesAll, log.Persons.Count).ShouldBe((false, 0));
        (await mediator.Send(new GetMail.Query(mine.MailId), Cancellation)).MayBeSentAgain.ShouldBeFalse();
        await Should.ThrowAsync<NotFoundException>(() => mediator.Send(new GetMail.Query(other.MailId), Cancellation));
    }

    [Fact]
    public async Task A_mail_is_shown_as_it_was_and_sent_again_under_a_new_name()
    {
        var stage = await DigestStage.SetAsync(App, ["Worth sending twice"]);
        var mail = await stage.SendAsync(App);

        var again = await App.SendAsync(new SendMailAgain.Command(stage.MailId));
        await UntilSentAsync(again);

        var shown = await App.SendAsync(new GetMail.Query(again));
        (shown.AgainOf, shown.State).ShouldBe((stage.MailId, MailStanding.Sent));
        shown.Text.ShouldBe(Regex.Replace(mail.Text, @"/reminders/unsubscribe/\S+", "/reminders/unsubscribe/(left out)"), "A link that ends mails acts as its person: nobody else sees it.");
        shown.Text.ShouldNotBe(mail.Text);
        (await App.SendAsync(new GetMail.Query(stage.MailId))).SentAgainBy.ShouldBe(again);
        var files = stage.Files(App);
        files.Count.ShouldBe(2);
        files.Count(f => f.Contains($"<{again:N}@localhost>")).ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_that_is_on_its_way_or_being_repeated_is_not_sent_again()
    {
        var tomorrow = DateTime.UtcNow.AddDays(1);
        var (waiting, sent) = (await DigestStage.SetAsync(App, ["Waits"], due: tomorrow), await DigestStage.SetAsync(App, ["Was sent"]));
        var mail = await sent.SendAsync(App);
        await App.WithDatabaseAsync(db =>
        {
            db.MailMessages.Add(new MailMessage { PersonId = sent.PersonId, Address = sent.Email, Subject = mail.Subject, Text = mail.Text, AgainOfId = mail.Id, CreatedAt = tomorrow, DueAt = tomorrow, KeepTextUntil = tomorrow });
            return db.SaveChangesAsync(Cancellation);
        });

        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new SendMailAgain.Command(waiting.MailId)))).Message.ShouldContain("sent or given up");
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new SendMailAgain.Command(sent.MailId)))).Message.ShouldContain("already");
    }

    [Fact]
    public async Task A_mail_that_tells_of_what_its_person_may_not_see_any_more_is_not_sent_again()
    {
        var stage = await DigestStage.SetAsync(App, ["Something"]);
        await stage.SendAsync(App);
        var asker = await App.TerritoryIdAsync("asker");
        await AddAsync(stage, "Open work of Asker", r => r.Mail(stage.MailId, DateTime.UtcNow), territory: asker);
        await App.SendAsync(new SendMailAgain.Command(stage.MailId)); // an officer of all
        await App.WithDatabaseAsync(async db =>
        {
            var uppsala = await db.Territories.Where(t => t.Slug == "uppsala").Select(t => t.Id).SingleAsync(Cancellation);
            await db.MailMessages.Where(m => m.AgainOfId == stage.MailId).ExecuteUpdateAsync(set => set.SetProperty(m => m.SentAt, DateTime.UtcNow), Cancellation);
            await db.RoleAssignments.Where(r => r.PersonId == stage.PersonId).ExecuteDeleteAsync(Cancellation);
            (await db.Persons.SingleAsync(p => p.Id == stage.PersonId, Cancellation)).Give(new RoleAssignment(Role.Territory, uppsala));
            return await db.SaveChangesAsync(Cancellation);
        });

        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new SendMailAgain.Command(stage.MailId)))).Message.ShouldBe("The mail tells of something that is not this person's to see to any more, so it is not sent again.");
    }

    [Fact]
    public async Task A_mail_about_access_never_shows_its_text_and_is_not_sent_again_from_here()
    {
        var added = await App.SendAsSystemAsync(new AddPerson.Command($"{Guid.NewGuid():N}@example.org", "Somebody new", Role.Officer, null));
        var mail = await App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.PersonId == added.PersonId).Select(m => m.Id).SingleAsync(Cancellation));
        await UntilSentAsync(mail);

        var shown = await App.SendAsync(new GetMail.Query(mail));

        (shown.Text, shown.MayBeSentAgain).ShouldBe((null, false));
        shown.NoText!.ShouldContain("may hold a link");
        await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new SendMailAgain.Command(mail)));
    }

    [Fact]
    public async Task The_pages_show_the_log_and_the_mail_and_send_it_again()
    {
        var stage = await DigestStage.SetAsync(App, ["Seen on the page <b>"]);
        await stage.SendAsync(App);
        using var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);
        using var desk = await App.SignedInAsync(Role.Desk);

        var log = await coordinator.MainAsync($"/reminders/log?person={stage.PersonId}&state=sent");
        log.ShouldContain("Seen on the page &lt;b&gt;");
        log.ShouldContain($"/reminders/mails/{stage.MailId}");
        (await coordinator.MainAsync($"/reminders/log?person={stage.PersonId}&state=missed")).ShouldContain("No reminder matches");
        var page = await coordinator.MainAsync($"/reminders/mails/{stage.MailId}");
        page.ShouldContain("Send again");
        page.ShouldContain("WHY AM I GETTING THIS?");
        (await desk.StatusAsync("/reminders/log")).ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task UntilSentAsync(Guid mail)
    {
        for (var i = 0; i < 400; i++)
        {
            await App.SendAsSystemAsync(new SendDueMail.Command());
            if (await App.WithDatabaseAsync(db => db.MailMessages.AnyAsync(m => m.Id == mail && m.SentAt != null, Cancellation)))
                return;
            await Task.Delay(50, Cancellation);
        }
        Assert.Fail("The mail has not gone out in twenty seconds.");
    }

    private Task<int> AddAsync(DigestStage stage, string title, Action<Reminder> then, Guid? territory = null, DateOnly? on = null) => App.WithDatabaseAsync(async db =>
    {
        var rule = await db.ReminderRules.SingleAsync(r => r.Id == stage.RuleId, Cancellation);
        var reminder = DigestStage.Planned(rule, Guid.CreateVersion7(), on ?? Today, title, stage.PersonId, DateTime.UtcNow, territory: territory);
        then(reminder);
        db.Reminders.Add(reminder);
        return await db.SaveChangesAsync(Cancellation);
    });
}

public sealed class LogOnSqlite(SqliteApp app) : LogTests(app), IClassFixture<SqliteApp>;

public sealed class LogOnPostgres(PostgresApp app) : LogTests(app), IClassFixture<PostgresApp>;
