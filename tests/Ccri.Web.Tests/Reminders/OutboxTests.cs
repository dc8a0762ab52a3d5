using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

public abstract class OutboxTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_invitation_becomes_one_file_for_its_one_recipient()
    {
        var added = await App.SendAsSystemAsync(new AddPerson.Command("lodz@example.org", "Łucja z Łodzi", Role.Officer, null));
        await SendAllAsync();

        var mail = await App.WithDatabaseAsync(db => db.MailMessages.SingleAsync(m => m.PersonId == added.PersonId, Cancellation));
        mail.SentAt.ShouldNotBeNull();
        mail.Text.ShouldContain(added.Link!);
        var files = Directory.GetFiles(App.MailFolder).Select(File.ReadAllText).Where(text => text.Contains("lodz@example.org")).ToList();
        files.Count.ShouldBe(1);
        files[0].ShouldContain($"<{mail.Id:N}@localhost>", Case.Insensitive, "A second attempt must be known as the same mail.");
    }

    [Fact]
    public async Task A_mail_that_fails_waits_longer_each_time_and_is_given_up_in_the_end()
    {
        var now = new DateTime(2026, 3, 29, 0, 59, 0, DateTimeKind.Utc); // an hour that Brussels skips
        var mail = Mail(Guid.CreateVersion7(), "x@example.org", now);
        var waits = new List<double>();
        for (var at = now; mail.FailedAt is null; at = mail.DueAt)
        {
            mail.Failed("no folder", isPermanent: false, at);
            waits.Add((mail.DueAt - at).TotalMinutes);
        }

        waits[..9].ShouldBe([1, 2, 4, 8, 16, 32, 64, 120, 120]);
        (mail.FailedAt - now)!.Value.ShouldBeInRange(MailMessage.GivenUpAfter, MailMessage.GivenUpAfter + TimeSpan.FromHours(2));
        await Task.CompletedTask;
    }

    [Fact]
    public void A_mail_that_waited_a_week_for_its_hour_is_tried_as_long_as_any_other()
    {
        var monday = new DateTime(2026, 3, 30, 6, 0, 0, DateTimeKind.Utc);
        var mail = Mail(Guid.CreateVersion7(), "x@example.org", monday.AddDays(-7));
        mail.Wait(monday);

        mail.Failed("greylisted", isPermanent: false, monday);
        mail.FailedAt.ShouldBeNull();
        mail.Failed("no such mailbox", isPermanent: true, monday);
        mail.FailedAt.ShouldBe(monday);
    }

    [Fact]
    public void A_mail_that_fails_day_after_day_is_given_up_though_its_person_is_left_alone_every_night()
    {
        var morning = new DateTime(2026, 3, 30, 6, 0, 0, DateTimeKind.Utc);
        var mail = Mail(Guid.CreateVersion7(), "x@example.org", morning);
        for (var day = 0; day < 3; day++)
        {
            mail.Failed("mailbox full", isPermanent: false, morning.AddDays(day));
            mail.FailedAt.ShouldBeNull();
            mail.Wait(morning.AddDays(day + 1));
        }

        mail.Failed("mailbox full", isPermanent: false, morning.AddDays(3));

        mail.FailedAt.ShouldBe(morning.AddDays(3));
    }

    [Fact]
    public async Task A_line_break_in_a_subject_is_no_header()
    {
        var person = Guid.CreateVersion7();
        await App.WithDatabaseAsync(db =>
        {
            var mail = Mail(person, "two.lines@example.org", DateTime.UnixEpoch);
            mail.Subject = "Two\r\nBcc: thief@example.org\u2028lines";
            db.MailMessages.Add(mail);
            return db.SaveChangesAsync(Cancellation);
        });

        await SendAllAsync();

        (await SentAsync(person)).ShouldNotBeNull();
        var file = Directory.GetFiles(App.MailFolder).Select(File.ReadAllText).Single(text => text.Contains("two.lines@example.org"));
        file.ShouldContain("Subject: Two  Bcc: thief@example.org lines\r\n");
        file.ShouldNotContain("\nBcc:", Case.Insensitive);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@example.org\r\nBcc: thief@example.org")]
    [InlineData("a@example.org, thief@example.org")]
    [InlineData("Łucja@example.org")]
    public async Task An_address_that_is_none_is_given_up_at_once_and_the_others_go_out(string address)
    {
        var (bad, good) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await App.WithDatabaseAsync(db =>
        {
            db.MailMessages.AddRange(Mail(bad, address, DateTime.UnixEpoch), Mail(good, "good@example.org", DateTime.UnixEpoch));
            return db.SaveChangesAsync(Cancellation);
        });

        await SendAllAsync();

        var sent = await App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.PersonId == bad || m.PersonId == good).ToDictionaryAsync(m => m.PersonId, Cancellation));
        sent[good].SentAt.ShouldNotBeNull();
        (sent[bad].SentAt, sent[bad].FailedAt is null).ShouldBe((null, false));
        sent[bad].Problem.ShouldNotBeNullOrEmpty();
        Directory.GetFiles(App.MailFolder).Select(File.ReadAllText).ShouldAllBe(text => !text.Contains("thief@example.org"));
    }

    [Fact]
    public async Task A_mail_under_a_lease_is_left_to_whoever_holds_it_until_the_lease_has_run_out()
    {
        var person = Guid.CreateVersion7();
        var leased = Mail(person, "leased@example.org", DateTime.UnixEpoch);
        (leased.Lease, leased.LeaseUntil) = (Guid.NewGuid(), new DateTime(2999, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        await App.WithDatabaseAsync(db => { db.MailMessages.Add(leased); return db.SaveChangesAsync(Cancellation); });

        await SendAllAsync();
        (await SentAsync(person)).ShouldBeNull();

        await App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.PersonId == person).ExecuteUpdateAsync(s => s.SetProperty(m => m.LeaseUntil, DateTime.UnixEpoch), Cancellation));
        await SendAllAsync();
        (await SentAsync(person)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_text_of_a_mail_is_emptied_when_its_time_is_over_and_it_has_gone_out_or_was_given_up()
    {
        var far = new DateTime(2999, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var (sent, givenUp, waiting, recent) = (Mail(Guid.CreateVersion7(), "sent@example.org", far), Mail(Guid.CreateVersion7(), "up@example.org", far), Mail(Guid.CreateVersion7(), "waits@example.org", far),
            Mail(Guid.CreateVersion7(), "recent@example.org", far, keepTextUntil: far));
        sent.Sent(DateTime.UnixEpoch);
        recent.Sent(DateTime.UnixEpoch);
        givenUp.FailedAt = DateTime.UnixEpoch;
        sent.Html = "<p>Text</p>";
        await App.WithDatabaseAsync(db => { db.MailMessages.AddRange(sent, givenUp, waiting, recent); return db.SaveChangesAsync(Cancellation); });

        (await App.SendAsSystemAsync(new TidyWorkRows.Command())).Note.ShouldContain("mail text");

        var texts = await App.WithDatabaseAsync(db => db.MailMessages.ToDictionaryAsync(m => m.Id, m => m.Text + m.Html, Cancellation));
        (texts[sent.Id], texts[givenUp.Id], texts[waiting.Id], texts[recent.Id]).ShouldBe(("", "", "Text", "Text"));
    }

    [Fact]
    public async Task At_start_every_job_of_the_schedule_runs_and_leaves_a_row_that_the_health_page_shows()
    {
        CheckHealth.Answer health = null!;
        await UntilAsync(async () => (health = await App.SendAsync(new CheckHealth.Query())).Jobs.All(j => j.LastRun is not null)); // the scheduler starts beside the site

        health.Jobs.ShouldAllBe(j => j.Succeeded == true && j.Note!.Length > 0);
        health.Parts.Select(p => p.Name).ShouldBe(["Database", "Reports as PDF", "Issued files", "Mail", "Holidays"]);
        health.Parts[0].Works.ShouldBeTrue();
    }

    /// <summary>The site's own worker may be faster: what it has leased it is about to send, so look until nothing is due.</summary>
    private Task SendAllAsync() => UntilAsync(async () =>
    {
        await App.SendAsSystemAsync(new SendDueMail.Command());
        var soon = new DateTime(2900, 1, 1, 0, 0, 0, DateTimeKind.Utc); // tests put off what shall not be sent
        return !await App.WithDatabaseAsync(db => db.MailMessages.AnyAsync(m => m.SentAt == null && m.FailedAt == null && m.Attempts == 0 && m.DueAt < soon
            && (m.LeaseUntil == null || m.LeaseUntil < soon), Cancellation));
    });

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var i = 0; i < 400; i++)
        {
            if (await isSo())
                return;
            await Task.Delay(50, Cancellation);
        }
        Assert.Fail("It has not come about in twenty seconds.");
    }

    private Task<DateTime?> SentAsync(Guid person) => App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.PersonId == person).Select(m => m.SentAt).SingleAsync(Cancellation));

    private static MailMessage Mail(Guid person, string address, DateTime due, DateTime? keepTextUntil = null) =>
        new() { PersonId = person, Address = address, Subject = "Subject", Text = "Text", CreatedAt = due, DueAt = due, KeepTextUntil = keepTextUntil ?? DateTime.UnixEpoch };
}

public sealed class OutboxOnSqlite(SqliteApp app) : OutboxTests(app), IClassFixture<SqliteApp>;

public sealed class OutboxOnPostgres(PostgresApp app) : OutboxTests(app), IClassFixture<PostgresApp>;
