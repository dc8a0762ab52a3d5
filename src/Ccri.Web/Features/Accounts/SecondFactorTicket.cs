using System.Security.Cryptography;
using Ccri.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Accounts;

/// <summary>
/// A key that has been shown and not yet confirmed travels in the form, sealed, for one person and for a quarter of an hour: opening the
/// page again never changes anything, and holding a ticket shows that the password was entered.
/// </summary>
public sealed class SecondFactorTicket(IDataProtectionProvider protection, CurrentUser user, IOptions<SiteOptions> site)
{
    private static readonly TimeSpan Lifespan = TimeSpan.FromMinutes(15);

    private ITimeLimitedDataProtector Seal => protection.CreateProtector("second factor", $"{user.PersonId}").ToTimeLimitedDataProtector();

    public string New() => Seal.Protect(Base32.Encode(RandomNumberGenerator.GetBytes(20)), Lifespan);

    /// <summary>The key, or nothing when the ticket is too old or somebody else's.</summary>
    public string? KeyOf(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : Seal.Unprotect(ticket);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>What the picture says to the app; the address tells accounts apart in it.</summary>
    public string AddressOf(string key, string email) =>
        $"otpauth://totp/{Uri.EscapeDataString($"CCRI tracking {new Uri(site.Value.Address).Host}")}:{Uri.EscapeDataString(email)}"
        + $"?secret={key}&issuer={Uri.EscapeDataString("CCRI tracking")}&digits=6&period=30";
}
