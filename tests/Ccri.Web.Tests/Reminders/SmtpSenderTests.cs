using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Ccri.Web.Mail;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Tests.Reminders;

/// <summary>What reaches a real mail server, and what it makes of each way in which one can fail.</summary>
public sealed class SmtpSenderTests
{
    private readonly string _name = Guid.NewGuid().ToString("N");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives_over_STARTTLS_and_signed_in_with_every_alphabet_intact()
    {
        var server = SmtpServer.Needed();
        var mail = Mail("someone", "Łódź, Δυτική Μακεδονία, Пловдив: " + string.Concat(Enumerable.Repeat("Ślęża και Ξάνθη и Стара Загора, ", 5)));
        (mail.Text, mail.Html) = ("Γειά σου Łucja,\nдобро утро.\n", "<p>Γειά σου Łucja, добро утро.</p>");
        mail.Unsubscribe = "https://ccri.example.org/reminders/unsubscribe/" + new string('x', 300);
        var sender = Sender(server.Options("right"));

        await sender.CheckAsync(Cancellation);
        await sender.SendAsync(mail, Cancellation);

        var arrived = server.Received(_name).ShouldHaveSingleItem();
        (arrived.IsSecure, arrived.User, arrived.From).ShouldBe((true, server.User, "ccri@example.org"));
        arrived.To.ShouldBe([mail.Address]);
        arrived.Subject.ShouldBe(mail.Subject);
        arrived.Part("text/plain").ReplaceLineEndings("\n").ShouldBe(mail.Text);
        arrived.Part("text/html").ShouldBe(mail.Html);
        arrived.MessageId.ShouldBe($"<{mail.Id:N}@example.org>");
        arrived.Header("List-Unsubscribe").ShouldBe($"<{mail.Unsubscribe}>");
        arrived.Header("List-Unsubscribe-Post").ShouldBe("List-Unsubscribe=One-Click");
        arrived.Header("Auto-Submitted").ShouldBe("auto-generated");
        arrived.Header("Date").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_line_break_in_a_subject_injects_no_header_and_no_recipient()
    {
        var server = SmtpServer.Needed();

        await Sender(server.Options("right")).SendAsync(Mail("someone", "Łódź\r\nBcc: thief@example.org\r\n\r\nAnother text"), Cancellation);

        var arrived = server.Received(_name).ShouldHaveSingleItem();
        arrived.To.Count.ShouldBe(1);
        arrived.Header("Bcc").ShouldBeNull();
        arrived.Subject.ShouldBe("Łódź  Bcc: thief@example.org    Another text");
        arrived.Part("text/plain").ShouldBe("Text");
    }

    [Theory]
    [InlineData("withoutStartTls", "offers no STARTTLS")]
    [InlineData("otherSignIn", "offers no sign-in by LOGIN, the only one we know (it offers CRAM-MD5)")]
    [InlineData("refusesSignIn", "refuses the sign-in of ccri (Mail:User and Mail:Password) with 535 Not you")]
    [InlineData("stranger", "is not trusted, or is for another name")]
    public async Task A_server_that_is_not_safe_or_does_not_know_us_fails_its_trial_in_a_sentence(string listener, string sentence)
    {
        var problem = await Should.ThrowAsync<MailProblemException>(() => Sender(SmtpServer.Needed().Options(listener)).CheckAsync(Cancellation));

        problem.Fault.ShouldBe(MailFault.Everything);
        problem.Message.ShouldContain(sentence);
    }

    [Theory]
    [InlineData("withoutStartTls")]
    [InlineData("stranger")]
    public async Task Even_without_a_trial_nothing_is_said_unprotected(string listener)
    {
        var server = SmtpServer.Needed();

        (await Should.ThrowAsync<MailProblemException>(() => Sender(server.Options(listener)).SendAsync(Mail("someone", "Subject"), Cancellation))).Fault.ShouldBe(MailFault.Everything);

        server.Received(_name).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_recipient_is_for_good_and_a_busy_one_for_now()
    {
        var sender = Sender(SmtpServer.Needed().Options("right"));

        var refused = await Should.ThrowAsync<MailProblemException>(() => sender.SendAsync(Mail("refused", "Subject"), Cancellation));
        var later = await Should.ThrowAsync<MailProblemException>(() => sender.SendAsync(Mail("later", "Subject"), Cancellation));

        (refused.Fault, later.Fault).ShouldBe((MailFault.ThisMailForGood, MailFault.ThisMailForNow));
        refused.Message.ShouldContain("No such mailbox");
        later.Message.ShouldContain("Come again later");
    }

    [Fact]
    public async Task A_server_that_stops_answering_is_left_after_the_time_it_has()
    {
        var server = SmtpServer.Needed();
        var watch = Stopwatch.StartNew();

        (await Should.ThrowAsync<MailProblemException>(() => Sender(server.Options("right", timeout: 2)).SendAsync(Mail("stuck", "Subject"), Cancellation))).Fault.ShouldBe(MailFault.Everything);

        watch.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(15));
        server.Received(_name).Count.ShouldBe(1, "it may have arrived all the same, which the Message-ID of the next try tells");
    }

    [Fact]
    public async Task A_server_that_is_down_or_says_nothing_fails_its_trial_in_a_sentence()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;

        (await Should.ThrowAsync<MailProblemException>(() => Sender(At(port)).CheckAsync(Cancellation))).Message.ShouldContain("has not answered within 1 second.");
        silent.Stop();
        (await Should.ThrowAsync<MailProblemException>(() => Sender(At(port)).CheckAsync(Cancellation))).Message.ShouldContain("does not answer: Connection refused");
        (await Should.ThrowAsync<MailProblemException>(() => Sender(At(port)).SendAsync(Mail("someone", "Subject"), Cancellation))).Fault.ShouldBe(MailFault.Everything);

        static MailOptions At(int port) => new() { From = "ccri@example.org", Host = "127.0.0.1", Port = port, TimeoutSeconds = 1 };
    }

    private static SmtpSender Sender(MailOptions options) => new(Options.Create(options));

    private MailMessage Mail(string who, string subject) => new()
    {
        PersonId = Guid.CreateVersion7(), Address = $"{who}-{_name}@example.org", Subject = subject, Text = "Text", CreatedAt = DateTime.UnixEpoch, DueAt = DateTime.UnixEpoch, KeepTextUntil = DateTime.UnixEpoch,
    };
}
