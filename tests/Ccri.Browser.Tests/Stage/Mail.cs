using System.Text;
using System.Text.RegularExpressions;

namespace Ccri.Browser.Tests.Stage;

/// <summary>A mail as it lies in the pickup folder.</summary>
public sealed partial record Mail(string To, string Text)
{
    public static IEnumerable<Mail> In(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.eml").Select(File.ReadAllText).Where(IsWhole).Select(Parse) : [];

    public static string LinkIn(Mail mail) => PublishedSite.LinkToChooseAPassword().Match(mail.Text).Value;

    /// <summary>The file may just be being written: the body comes after the first empty line.</summary>
    private static bool IsWhole(string eml) => eml.Contains("\r\n\r\n", StringComparison.Ordinal) && eml.EndsWith("\r\n", StringComparison.Ordinal);

    private static Mail Parse(string eml)
    {
        var split = eml.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var (head, body) = (eml[..split], eml[split..].Trim());
        return new Mail(ToLine().Match(head).Groups[1].Value, EncodingLine().Match(head).Groups[1].Value.Trim() switch
        {
            "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            "quoted-printable" => FromQuotedPrintable(body),
            _ => body,
        });
    }

    private static string FromQuotedPrintable(string body) =>
        Hex().Replace(body.Replace("=\r\n", "", StringComparison.Ordinal), code => ((char)Convert.ToByte(code.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"^To: <?([^>\r\n]+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex ToLine();

    [GeneratedRegex(@"^Content-Transfer-Encoding: ([^\r\n]+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex EncodingLine();

    [GeneratedRegex("=([0-9A-F]{2})")]
    private static partial Regex Hex();
}
