using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Mail;

/// <summary>Hands each mail to a mail server: always over STARTTLS, one recipient a time, a connection for each.</summary>
public sealed class SmtpSender(IOptions<MailOptions> options) : IMailSender
{
    private readonly MailOptions _options = options.Value;

    public string Way => $"Mails go to {Server}, over STARTTLS{(_options.User.Length == 0 ? "" : $" and signed in as {_options.User}")}";

    private string Server => $"{_options.Host}:{_options.Port.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public Task CheckAsync(CancellationToken cancellationToken) => new SmtpTrial(_options, Server).RunAsync(cancellationToken);

    public async Task SendAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        using var message = OutgoingMail.Of(mail, _options);
        try
        {
            // Its asynchronous way has no time-out, and no way stops it in the middle: what is being said is said to its end.
            await Task.Run(() => Send(message), CancellationToken.None);
        }
        catch (SmtpFailedRecipientException refused)
        {
            var forGood = (int)refused.StatusCode is >= 500 and < 600;
            if (forGood)
                await CheckAsync(cancellationToken); // a server that does not know us any more may refuse each recipient so; then it is not about this one
            throw new MailProblemException($"The mail server does not take mail for this address{(forGood ? "" : " at the moment")}: {Said(refused)}", forGood ? MailFault.ThisMailForGood : MailFault.ThisMailForNow, refused);
        }
        catch (SmtpException problem)
        {
            throw problem.StatusCode switch
            {
                // 530 to 538: sign in first, or differently. 421: not now, for nobody. Without a number nothing was answered.
                SmtpStatusCode.GeneralFailure or SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.ClientNotPermitted or >= SmtpStatusCode.MustIssueStartTlsFirst and <= (SmtpStatusCode)538
                    => new MailProblemException($"The mail server {Server} does not take any mail: {Said(problem)}", MailFault.Everything, problem),
                _ => new MailProblemException($"The mail server does not take this mail at the moment: {Said(problem)}", MailFault.ThisMailForNow, problem),
            };
        }
        catch (Exception problem) when (problem is AuthenticationException or IOException or SocketException)
        {
            throw new MailProblemException($"The mail server {Server} cannot be spoken to safely: {Said(problem)}", MailFault.Everything, problem);
        }
    }

    private void Send(System.Net.Mail.MailMessage message)
    {
        using var client = new SmtpClient(_options.Host, _options.Port) { EnableSsl = true, Timeout = _options.TimeoutSeconds * 1000 };
        if (_options.User.Length > 0)
            client.Credentials = new NetworkCredential(_options.User, _options.Password);
        client.Send(message);
    }

    /// <summary>The innermost sentence is the one that says it: "Connection refused".</summary>
    private static string Said(Exception problem) => OutgoingMail.OneLine(problem.InnerException is { } inner ? $"{problem.Message} {inner.GetBaseException().Message}" : problem.Message);
}
