using Ccri.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Accounts;

/// <summary>A link that goes to a new address and shows that whoever asked for it reads mail there. Good once and for a day.</summary>
public sealed class AddressLink(UserManager<Account> accounts, IOptions<SiteOptions> site)
{
    public async Task<string> For(Account account, string email)
    {
        var token = WebEncoders.Base64UrlEncode(Convert.FromBase64String(await accounts.GenerateChangeEmailTokenAsync(account, email)));
        return $"{site.Value.Address.TrimEnd('/')}/accounts/confirm-address?person={account.Id}&address={Uri.EscapeDataString(email)}&token={token}";
    }

    public Task<bool> FitsAsync(Account account, string email, string? token) =>
        accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.ChangeEmailTokenProvider, UserManager<Account>.GetChangeEmailTokenPurpose(email), PasswordLink.Decode(token ?? ""));
}
