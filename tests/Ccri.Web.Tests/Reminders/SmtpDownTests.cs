using System.Globalization;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reminders;

/// <summary>A site whose mail server can be away, and whose clock can be moved.</summary>
public sealed class RelayedSmtpApp() : SmtpApp("right")
{
    public MovedClock Clock { get; } = new();

    public SmtpRelay? Relay { get; } = SmtpServer.Running is { } server ? new SmtpRelay(server.Ports["right"]) : null;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (Relay is not null)
            builder.UseSetting("Mail:Port", Relay.Port.ToString(CultureInfo.InvariantCulture));
        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            Relay?.Dispose();
    }
}

public sealed class SmtpDownTests(RelayedSmtpApp app) : IClassFixture<RelayedSmtpApp>
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_server_that_is_down_for_a_day_is_asked_now_and_then_and_gets_each_mail_once_when_it_is_back()
    {
        var (server, relay) = (SmtpServer.Needed(), app.Relay!);
        await app.SendAsSystemAsync(new SendDueMail.Command());
        relay.Leave();
        await app.WithDatabaseAsync(db =>
        {
            var now = app.Clock.GetUtcNow().UtcDateTime;
            db.MailMessages.AddRange(Enumerable.Range(0, 40).Select(i => new MailMessage { PersonId = Guid.CreateVersion7(), Address = $"{_name}-{i}@example.org", Subject = "Subject", Text = "Text", CreatedAt = now, DueAt = now, KeepTextUntil = now }));
            return db.SaveChangesAsync(Cancellation);
        });

        for (var quarter = 0; quarter < 4 * 24; quarter++)
        {
            await app.SendAsSystemAsync(new SendDueMail.Command());
            app.Clock.By += TimeSpan.FromMinutes(15);
        }

        var waiting = await MailsAsync();
        waiting.ShouldAllBe(m => m.SentAt == null && m.FailedAt == null && m.Problem != null);
        waiting.Sum(m => m.Attempts).ShouldBeLessThanOrEqualTo(2, "the server is asked whether it is back, not each mail tried");

        _ = relay.Connections;
        relay.ComeBack();
        app.Clock.By += TimeSpan.FromHours(2);
        for (var i = 0; i < 200 && (await MailsAsync()).Exists(m => m.SentAt is null); i++)
        {
            await app.SendAsSystemAsync(new SendDueMail.Command());
            await Task.Delay(50, Cancellation);
        }

        (await MailsAsync()).ShouldAllBe(m => m.SentAt != null && m.Problem == null);
        var arrived = server.Received(_name);
        arrived.Count.ShouldBe(40);
        arrived.Select(m => m.MessageId).Distinct().Count().ShouldBe(40);
        relay.Connections.ShouldBeLessThanOrEqualTo(40 + 3, "one for each mail, and one to ask");
    }

    private Task<List<MailMessage>> MailsAsync() => app.WithDatabaseAsync(db => db.MailMessages.AsNoTracking().Where(m => m.Address.Contains(_name)).ToListAsync(Cancellation));
}
