using Ccri.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Accounts;

/// <summary>A link that opens the page to choose a password, once and within a day; first sign-in, invitation and reset are the same link.</summary>
public sealed class PasswordLink(UserManager<Account> accounts, IOptions<SiteOptions> site)
{
    public static readonly TimeSpan Lifespan = TimeSpan.FromHours(24);

    public async Task<string> For(Account account)
    {
        var token = WebEncoders.Base64UrlEncode(Convert.FromBase64String(await accounts.GeneratePasswordResetTokenAsync(account)));
        return $"{site.Value.Address.TrimEnd('/')}/accounts/choose-password?person={account.Id}&token={token}";
    }

    public static string Decode(string token)
    {
        try
        {
            return Convert.ToBase64String(WebEncoders.Base64UrlDecode(token));
        }
        catch (FormatException)
        {
            return ""; // a link cut by a mail program: refused like one that is too old
        }
    }
}
