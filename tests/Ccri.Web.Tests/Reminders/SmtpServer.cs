using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Ccri.Web.Mail;

namespace Ccri.Web.Tests.Reminders;

/// <summary>The mail server that <c>scripts/test</c> starts (tests/smtp/server.mjs), with its listeners by name.</summary>
/// <param name="Mails">The folder into which it writes what it receives.</param>
public sealed record SmtpServer(string Host, Dictionary<string, int> Ports, string User, string Password, string Mails)
{
    public const string NotThere = "The mail server of the tests is not there: scripts/test starts it where Node.js 20 and openssl are installed";

    public static readonly SmtpServer? Running = Environment.GetEnvironmentVariable("CCRI_TEST_SMTP") is { Length: > 0 } said
        ? JsonSerializer.Deserialize<SmtpServer>(File.ReadAllText(said), JsonSerializerOptions.Web) : null;

    public static SmtpServer Needed()
    {
        Assert.SkipWhen(Running is null, NotThere);
        return Running!;
    }

    /// <summary>Settings with which the site sends to one of its listeners.</summary>
    public Dictionary<string, string?> Settings(string listener) => new()
    {
        ["Mail:Host"] = Host,
        ["Mail:Port"] = Ports[listener].ToString(CultureInfo.InvariantCulture),
        ["Mail:User"] = User,
        ["Mail:Password"] = Password,
    };

    public MailOptions Options(string listener, int timeout = 20) => new() { From = "ccri@example.org", Host = Host, Port = Ports[listener], User = User, Password = Password, TimeoutSeconds = timeout };

    /// <summary>What has arrived for addresses that hold this, in its order; the names of the files tell.</summary>
    public IReadOnlyList<ReceivedMail> Received(string address) =>
        [.. Directory.EnumerateFiles(Mails, $"*{address}*.json").Order(StringComparer.Ordinal).Select(file => ReceivedMail.Read(File.ReadAllText(file)))];
}

/// <summary>A mail as it arrived: who it was for on the way, how it came, and its letters.</summary>
public sealed partial record ReceivedMail(string From, List<string> To, bool IsSecure, string? User, string Raw)
{
    public string MessageId => Header("Message-ID")!;

    public string Subject => Decoded(Header("Subject")!);

    public static ReceivedMail Read(string json) => JsonSerializer.Deserialize<ReceivedMail>(json, JsonSerializerOptions.Web)!;

    /// <summary>A header of the mail itself, unfolded; empty when there is none.</summary>
    public string? Header(string name)
    {
        var lines = Fold().Replace(Head, " ").Split("\r\n").Where(line => line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)).ToList();
        return lines is [var only] ? only[(name.Length + 1)..].Trim() : null;
    }

    /// <summary>The part of this kind, decoded; of a mail that has no parts, its text.</summary>
    public string Part(string type)
    {
        var part = Raw.Split("\r\n--").Last(p => p.Contains($"Content-Type: {type}", StringComparison.OrdinalIgnoreCase));
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        return Encoding.UTF8.GetString(Convert.FromBase64String(body.Trim()));
    }

    private string Head => Raw[..Raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    /// <summary>Encoded words that follow each other are one: a letter may be cut in two between them.</summary>
    private static string Decoded(string header) => Words().Replace(header, words => Encoding.UTF8.GetString([.. Word().Matches(words.Value).SelectMany(word => Bytes(word.Groups["text"].Value, word.Groups["way"].Value))]));

    private static byte[] Bytes(string text, string way) => way is "B" or "b" ? Convert.FromBase64String(text)
        : [.. Hex().Matches(text.Replace('_', ' ')).Select(m => m.Value.Length == 3 ? Convert.ToByte(m.Value[1..], 16) : (byte)m.Value[0])];

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\?utf-8\?[BQbq]\?[^?]*\?=(\s*=\?utf-8\?[BQbq]\?[^?]*\?=)*", RegexOptions.IgnoreCase)]
    private static partial Regex Words();

    [GeneratedRegex(@"=\?utf-8\?(?<way>[BQ])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex("=[0-9A-F]{2}|.")]
    private static partial Regex Hex();
}
