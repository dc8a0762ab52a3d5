using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reminders;

/// <summary>The site with a mail server in its settings.</summary>
public class SmtpApp(string listener) : SqliteApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (name, value) in SmtpServer.Running?.Settings(listener) ?? [])
            builder.UseSetting(name, value);
    }
}

public sealed class RightSmtpApp() : SmtpApp("right");

public sealed class RefusingSmtpApp() : SmtpApp("refusesSignIn");

public sealed class SmtpOutboxTests(RightSmtpApp app) : IClassFixture<RightSmtpApp>
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_reaches_its_person_and_no_file_is_written()
    {
        var server = SmtpServer.Needed();
        var stage = await DigestStage.SetAsync(app, ["Ask Δυτική Μακεδονία", "Call Пловдив"], "Łucja z Łodzi");

        await stage.SendAsync(app);

        var arrived = server.Received(stage.Email).Single(m => m.Header("List-Unsubscribe") is not null);
        (arrived.IsSecure, arrived.User).ShouldBe((true, server.User));
        arrived.Subject.ShouldBe("Reminder: Ask Δυτική Μακεδονία (3 days late) and 1 more");
        arrived.Part("text/plain").ShouldContain("Hello Łucja z Łodzi,");
        arrived.Part("text/html").ShouldContain("Call Пловдив");
        Directory.GetFiles(app.MailFolder).ShouldBeEmpty();
        (await app.SendAsync(new CheckHealth.Query())).Parts.Single(p => p.Name == "Mail").Sentence.ShouldContain($"over STARTTLS and signed in as {server.User}; tried on ");
    }

    [Fact]
    public async Task A_refused_recipient_is_given_up_a_busy_one_tried_again_and_the_others_get_their_mail()
    {
        var server = SmtpServer.Needed();
        await AddAsync("refused", "later", "someone");

        await SendAllAsync();

        var mails = await MailsAsync();
        (mails["refused"].FailedAt is null, mails["refused"].Attempts).ShouldBe((false, 1));
        mails["refused"].Problem!.ShouldContain("No such mailbox");
        (mails["later"].FailedAt, mails["later"].SentAt, mails["later"].Attempts).ShouldBe((null, null, 1));
        mails["later"].DueAt.ShouldBeGreaterThan(DateTime.UtcNow.AddSeconds(-5));
        mails["someone"].SentAt.ShouldNotBeNull();
        server.Received(_name).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_dies_between_sending_and_marking_leaves_a_mail_that_goes_out_again_under_the_same_name()
    {
        var server = SmtpServer.Needed();
        await AddAsync("someone");
        await SendAllAsync();
        // As a process leaves it that was killed right after the server had taken the mail.
        await app.WithDatabaseAsync(db => db.MailMessages.Where(m => m.Address.Contains(_name)).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.SentAt, (DateTime?)null).SetProperty(m => m.Lease, Guid.NewGuid()).SetProperty(m => m.LeaseUntil, DateTime.UtcNow.AddSeconds(-1)), Cancellation));

        await SendAllAsync();

        var arrived = server.Received(_name);
        arrived.Count.ShouldBe(2);
        arrived.Select(m => m.MessageId).Distinct().ShouldHaveSingleItem();
    }

    private Task<int> AddAsync(params string[] who) => app.WithDatabaseAsync(db =>
    {
        db.MailMessages.AddRange(who.Select(w => new MailMessage { PersonId = Guid.CreateVersion7(), Address = $"{w}-{_name}@example.org", Subject = "Subject", Text = "Text", CreatedAt = DateTime.UtcNow, DueAt = DateTime.UnixEpoch, KeepTextUntil = DateTime.UnixEpoch }));
        return db.SaveChangesAsync(Cancellation);
    });

    private Task<Dictionary<string, MailMessage>> MailsAsync() => app.WithDatabaseAsync(db => db.MailMessages.AsNoTracking().Where(m => m.Address.Contains(_name)).ToDictionaryAsync(m => m.Address[..m.Address.IndexOf('-')], Cancellation));

    /// <summary>The site's worker may be at it, too.</summary>
    private async Task SendAllAsync()
    {
        for (var i = 0; i < 400; i++)
        {
            await app.SendAsSystemAsync(new SendDueMail.Command());
            if ((await MailsAsync()).Values.All(m => m.SentAt is not null || m.Attempts > 0))
                return;
            await Task.Delay(50, Cancellation);
        }
        Assert.Fail("Not every mail was tried within twenty seconds.");
    }
}

/// <summary>.NET's client would send without a sign-in, and say nothing.</summary>
public sealed class SmtpRefusedSignInTests(RefusingSmtpApp app) : IClassFixture<RefusingSmtpApp>
{
    [Fact]
    public async Task Nothing_is_sent_while_the_sign_in_is_refused_and_the_health_page_says_so()
    {
        var server = SmtpServer.Needed();
        var stage = await DigestStage.SetAsync(app, ["A thing"]);

        for (var i = 0; i < 5; i++)
            await app.SendAsSystemAsync(new SendDueMail.Command());

        var mail = await stage.MailAsync(app);
        (mail.SentAt, mail.FailedAt, mail.Attempts).ShouldBe((null, null, 0));
        server.Received(stage.Email).ShouldBeEmpty();
        var health = (await app.SendAsync(new CheckHealth.Query())).Parts.Single(p => p.Name == "Mail");
        health.Works.ShouldBeFalse();
        health.Sentence.ShouldContain("refuses the sign-in of ccri (Mail:User and Mail:Password) with 535");
        app.Services.GetRequiredService<MailGate>().State!.NextTry.ShouldNotBeNull();
    }
}
