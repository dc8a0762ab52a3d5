using Microsoft.AspNetCore.Identity;

namespace Ccri.Web.Data;

/// <summary>The credentials of a <see cref="Domain.Accounts.Person"/>, under the same key; nothing else about the person.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account(Guid personId, string email)
    {
        Id = personId;
        UserName = Email = email;
        EmailConfirmed = true; // the link that sets the first password is sent to it
    }

    private Account() { }
}
