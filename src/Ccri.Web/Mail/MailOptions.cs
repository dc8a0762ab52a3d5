using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net.Mail;

namespace Ccri.Web.Mail;

/// <summary>Settings <c>Mail:…</c>. Without <c>Mail:Host</c> every mail becomes a file, so that a new machine runs without a mail server.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    private const int LongestTimeout = 600, LongestLease = 86_400, LastPort = 65_535;

    [Required, EmailAddress] public string From { get; init; } = "";

    /// <summary>Every mail becomes a file there; relative to the home folder. Not used where there is a host.</summary>
    [Required] public string PickupFolder { get; init; } = "var/mail";

    /// <summary>Name of the mail server; it must offer STARTTLS. Empty: the pickup folder.</summary>
    public string Host { get; init; } = "";
    public int Port { get; init; } = 587;

    /// <summary>Empty: the server asks for no sign-in.</summary>
    public string User { get; init; } = "";
    public string Password { get; init; } = "";

    /// <summary>Seconds after which somebody else may send a mail that a process took and never marked as sent.</summary>
    public int LeaseSeconds { get; init; } = 300;

    /// <summary>Seconds that the mail server has for one mail.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (!MailAddress.TryCreate(From, out var from) || from.Address != From || From.Any(char.IsControl))
            yield return new ValidationResult($"Mail:From is “{From}”. It should be one address, such as ccri@example.org.");
        if (Host.Length > 0 && Uri.CheckHostName(Host) == UriHostNameType.Unknown)
            yield return new ValidationResult($"Mail:Host is “{Host}”. It should be the name of a mail server, such as mail.example.org, or empty for the pickup folder.");
        if (Port is < 1 or > LastPort)
            yield return Number("Port", Port, 1, LastPort);
        if (User.Length == 0 != (Password.Length == 0))
            yield return new ValidationResult("Mail:User and Mail:Password belong together: give both, or none where the mail server asks for no sign-in.");
        if (TimeoutSeconds is < 1 or > LongestTimeout)
            yield return Number("TimeoutSeconds", TimeoutSeconds, 1, LongestTimeout);
        if (LeaseSeconds <= TimeoutSeconds || LeaseSeconds > LongestLease)
            yield return Number("LeaseSeconds", LeaseSeconds, TimeoutSeconds + 1, LongestLease); // else a mail that is still on its way would be sent by somebody else, too
    }

    private static ValidationResult Number(string setting, int value, int from, int to) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Mail:{setting} is {value}. It should be a number from {from} to {to}."));
}
