using System.Security.Claims;
using Ccri.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Ccri.Web.Features.Accounts;

/// <summary>Remembers between two pages, in a cookie that lasts minutes, whose password was right. It signs nobody in.</summary>
public sealed class SecondStep(IHttpContextAccessor http, UserManager<Account> accounts)
{
    private const string StampClaim = "stamp";

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Nobody signs in without a request.");

    public Task BeginAsync(Account account)
    {
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, account.Id.ToString()), new Claim(StampClaim, account.SecurityStamp ?? "")], IdentityConstants.TwoFactorUserIdScheme);
        return Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
    }

    /// <summary>Whose second factor is awaited; empty when the first step lies too far back, or the password has been changed since.</summary>
    public async Task<Account?> WhoseAsync()
    {
        var cookie = http.HttpContext is null ? null : await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        var account = cookie?.Principal?.FindFirstValue(ClaimTypes.Name) is { } id ? await accounts.FindByIdAsync(id) : null;
        return account is { TwoFactorEnabled: true } && account.SecurityStamp == cookie!.Principal!.FindFirstValue(StampClaim) ? account : null;
    }

    public Task EndAsync() => Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
}
