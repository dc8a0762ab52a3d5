using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reminders;

/// <summary>The way out is broken for all mails: a pickup folder that cannot be written to, as a mail server that is down.</summary>
public abstract class MailGateTests(CcriApp app, MovedClock clock) : BothDatabases(app)
{
    [Fact]
    public async Task Broken_for_a_day_it_costs_no_mail_its_tries_and_back_again_each_goes_out_once()
    {
        await App.SendAsSystemAsync(new SendDueMail.Command());
        var away = $"{App.MailFolder}-away";
        Directory.Move(App.MailFolder, away);
        await File.WriteAllTextAsync(App.MailFolder, "", Cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        await App.WithDatabaseAsync(db =>
        {
            db.MailMessages.AddRange(Enumerable.Range(0, 50).Select(i => Mail($"gate-{i}@example.org", now)));
            db.MailMessages.Add(Mail("too-old@example.org", now.AddDays(-2.5)));
            return db.SaveChangesAsync(Cancellation);
        });

        for (var hour = 0; hour < 24; hour++)
        {
            await App.SendAsSystemAsync(new SendDueMail.Command());
            clock.By += TimeSpan.FromHours(1);
        }

        var waiting = await MailsAsync();
        waiting.ShouldAllBe(m => m.SentAt == null && m.Problem!.Contains("pickup folder"));
        waiting.Max(m => m.Attempts).ShouldBeLessThanOrEqualTo(1, "only a trial of the way, not a mail, finds out that it is still broken");
        waiting.Where(m => m.FailedAt is not null).Select(m => m.Address).ShouldBe(["too-old@example.org"]);
        var health = (await App.SendAsync(new CheckHealth.Query())).Parts.Single(p => p.Name == "Mail");
        health.Works.ShouldBeFalse();
        health.Sentence.ShouldContain("Nothing can be sent: The pickup folder cannot be written to.");

        File.Delete(App.MailFolder);
        Directory.Move(away, App.MailFolder);
        clock.By += TimeSpan.FromHours(2);
        for (var i = 0; i < 100 && (await MailsAsync()).Any(m => m.SentAt is null && m.FailedAt is null); i++)
            await App.SendAsSystemAsync(new SendDueMail.Command());

        (await MailsAsync()).Count(m => m.SentAt is not null).ShouldBe(50);
        var files = Directory.GetFiles(App.MailFolder).Select(File.ReadAllText).ToList();
        Enumerable.Range(0, 50).ShouldAllBe(i => files.Count(f => f.Contains($"gate-{i}@example.org")) == 1);
    }

    private Task<List<MailMessage>> MailsAsync() => App.WithDatabaseAsync(db => db.MailMessages.AsNoTracking().ToListAsync(Cancellation));

    private static MailMessage Mail(string address, DateTime at) =>
        new() { PersonId = Guid.CreateVersion7(), Address = address, Subject = "Subject", Text = "Text", CreatedAt = at, DueAt = at, KeepTextUntil = at };
}

public sealed class MailGateOnSqlite(MovedSqliteApp app) : MailGateTests(app, app.Clock), IClassFixture<MovedSqliteApp>;

public sealed class MailGateOnPostgres(MovedPostgresApp app) : MailGateTests(app, app.Clock), IClassFixture<MovedPostgresApp>;
