using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Ccri.Web.Mail;

/// <summary>
/// Says hello, STARTTLS and who we are to the mail server, and goodbye. Needed because .NET's client, when the server refuses how it signs in,
/// goes on without a sign-in and in silence.
/// </summary>
internal sealed class SmtpTrial(MailOptions options, string server)
{
    private const int LongestLine = 2000;

    /// <exception cref="MailProblemException">With <see cref="MailFault.Everything"/>, and what to do about it.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            await SpeakAsync(patience.Token);
        }
        catch (Exception problem) when (problem is SocketException or IOException)
        {
            throw Problem($"The mail server {server} does not answer: {problem.GetBaseException().Message}.", problem);
        }
        catch (AuthenticationException problem)
        {
            throw Problem($"The certificate of the mail server {server} is not trusted, or is for another name: {problem.GetBaseException().Message}", problem);
        }
        catch (OperationCanceledException problem) when (!cancellationToken.IsCancellationRequested)
        {
            throw Problem($"The mail server {server} has not answered within {Plural.Of(options.TimeoutSeconds, "second")}.", problem);
        }
    }

    private async Task SpeakAsync(CancellationToken cancellationToken)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(options.Host, options.Port, cancellationToken);
        await using var open = connection.GetStream();
        Expect(await AnswerAsync(open, cancellationToken), 220, "greets with");
        if (!(await HelloAsync(open, cancellationToken)).Exists(line => line.Equals("STARTTLS", StringComparison.OrdinalIgnoreCase)))
            throw Problem($"The mail server {server} offers no STARTTLS. Mail is not sent unprotected: switch STARTTLS on there, or name another server in Mail:Host.");
        Expect(await AskAsync(open, "STARTTLS", cancellationToken), 220, "answers STARTTLS with");

        await using var safe = new SslStream(open, leaveInnerStreamOpen: true);
        await safe.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = options.Host, CertificateRevocationCheckMode = X509RevocationMode.NoCheck }, cancellationToken);
        var offers = await HelloAsync(safe, cancellationToken);
        if (options.User.Length > 0)
            await SignInAsync(safe, offers, cancellationToken);
        await AskAsync(safe, "QUIT", cancellationToken);
    }

    private async Task SignInAsync(Stream stream, List<string> offers, CancellationToken cancellationToken)
    {
        var ways = offers.Where(line => line.StartsWith("AUTH", StringComparison.OrdinalIgnoreCase)).SelectMany(line => line[4..].Split([' ', '='], StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (!ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
            throw Problem($"The mail server {server} offers no sign-in by LOGIN, the only one we know{(ways.Count == 0 ? "" : $" (it offers {string.Join(", ", ways)})")}. Switch LOGIN on there, or name another server in Mail:Host.");
        Expect(await AskAsync(stream, "AUTH LOGIN", cancellationToken), 334, "answers AUTH LOGIN with");
        Expect(await AskAsync(stream, Convert.ToBase64String(Encoding.UTF8.GetBytes(options.User)), cancellationToken), 334, $"refuses to sign in {options.User} with");
        Expect(await AskAsync(stream, Convert.ToBase64String(Encoding.UTF8.GetBytes(options.Password)), cancellationToken), 235, $"refuses the sign-in of {options.User} (Mail:User and Mail:Password) with");
    }

    private static async Task<List<string>> HelloAsync(Stream stream, CancellationToken cancellationToken)
    {
        var (_, lines) = await AskAsync(stream, $"EHLO {Name()}", cancellationToken);
        return lines;
    }

    /// <summary>A name that a header may hold, whatever the machine is called.</summary>
    private static string Name() => Environment.MachineName is { Length: > 0 } name && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') ? name : "localhost";

    private static async Task<(int Code, List<string> Lines)> AskAsync(Stream stream, string command, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}\r\n"), cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return await AnswerAsync(stream, cancellationToken);
    }

    /// <summary>"250-first", "250 last". Read letter by letter: what follows STARTTLS must not be read before the protection begins.</summary>
    private static async Task<(int Code, List<string> Lines)> AnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        while (true)
        {
            var line = await LineAsync(stream, cancellationToken);
            var code = line.Length >= 3 && int.TryParse(line.AsSpan(0, 3), out var number) ? number : throw new IOException($"it says “{line}”, which is no answer of a mail server");
            lines.Add(line.Length > 4 ? line[4..].Trim() : "");
            if (line.Length < 4 || line[3] != '-' || lines.Count > LongestLine)
                return (code, lines);
        }
    }

    private static async Task<string> LineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var (line, letter) = (new StringBuilder(), new byte[1]);
        while (line.Length < LongestLine)
        {
            if (await stream.ReadAsync(letter, cancellationToken) == 0)
                throw new IOException("it has hung up");
            if (letter[0] == '\n')
                break;
            if (letter[0] != '\r')
                line.Append((char)letter[0]);
        }
        return line.ToString();
    }

    private void Expect((int Code, List<string> Lines) answer, int code, string what)
    {
        if (answer.Code != code)
            throw Problem(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The mail server {server} {what} {answer.Code} {OutgoingMail.OneLine(answer.Lines[0])}"));
    }

    private static MailProblemException Problem(string sentence, Exception? cause = null) => new(sentence, MailFault.Everything, cause);
}
