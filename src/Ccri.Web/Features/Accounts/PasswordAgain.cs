using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Asks whoever is signed in for the password once more: somebody who finds an open browser must not be able to take the account over.</summary>
public sealed class PasswordAgain(CcriDbContext db, SignInManager<Account> signIn, CurrentUser user)
{
    /// <summary>The account of whoever is signed in, with its recovery codes, once the password fits. Wrong ones count as they do at sign-in.</summary>
    /// <exception cref="ValidationException">At the field "Password".</exception>
    public async Task<Account> RequireAsync(string? password, CancellationToken cancellationToken)
    {
        var account = await signIn.UserManager.FindByIdAsync($"{user.PersonId}") ?? throw new NotFoundException("Account", user.Name);
        if (account.PasswordHash is null)
            throw Refuse("You have no password yet. Sign out and ask for a link under “Forgot your password?”.");
        var outcome = await signIn.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true);
        if (!outcome.Succeeded)
        {
            await db.SaveChangesAsync(cancellationToken); // a wrong try is counted
            throw Refuse(outcome.IsLockedOut ? "There were too many wrong tries. Wait 15 minutes, then try again." : "This is not your password. Enter the one that you sign in with.");
        }
        await db.Entry(account).Collection(a => a.RecoveryCodes).LoadAsync(cancellationToken);
        return account;
    }

    private static ValidationException Refuse(string sentence) => Refusal.At("Password", sentence);
}
