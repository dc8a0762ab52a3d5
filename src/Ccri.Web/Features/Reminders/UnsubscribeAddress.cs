using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Reminders;

/// <summary>
/// The address that ends mails without a sign-in: sealed in it are the person and either one rule or one mail, whose rules it ends. It never runs out:
/// an old mail must still be good for that. It opens nothing else.
/// </summary>
public sealed class UnsubscribeAddress(IDataProtectionProvider protection, IOptions<SiteOptions> site)
{
    private const byte OfRule = 1, OfMail = 2;
    private const int GuidLength = 16;

    private readonly IDataProtector _protector = protection.CreateProtector("Ccri.Reminders.Unsubscribe");

    public string ForRule(Guid personId, Guid ruleId) => Address(OfRule, personId, ruleId);

    public string ForMail(Guid personId, Guid mailId) => Address(OfMail, personId, mailId);

    /// <summary>What a token stands for; empty when it is none of ours.</summary>
    public UnsubscribeToken? Read(string? token)
    {
        try
        {
            var bytes = _protector.Unprotect(WebEncoders.Base64UrlDecode(token ?? ""));
            if (bytes.Length != 1 + 2 * GuidLength)
                return null;
            var (person, of) = (new Guid(bytes.AsSpan(1, GuidLength)), new Guid(bytes.AsSpan(1 + GuidLength)));
            return new UnsubscribeToken(person, bytes[0] == OfRule ? of : null, bytes[0] == OfMail ? of : null);
        }
        catch (Exception cut) when (cut is FormatException or CryptographicException)
        {
            return null; // a link that a mail program has broken
        }
    }

    private string Address(byte kind, Guid personId, Guid of) =>
        $"{site.Value.Address.TrimEnd('/')}/reminders/unsubscribe/{WebEncoders.Base64UrlEncode(_protector.Protect([kind, .. personId.ToByteArray(), .. of.ToByteArray()]))}";
}

/// <param name="RuleId">The one rule; else:</param>
/// <param name="MailId">the mail whose rules are meant.</param>
public sealed record UnsubscribeToken(Guid PersonId, Guid? RuleId, Guid? MailId);
