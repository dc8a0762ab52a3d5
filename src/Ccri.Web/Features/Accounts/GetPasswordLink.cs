using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Whose password a link may set, while it may; empty for a link that has been used or is too old.</summary>
public static class GetPasswordLink
{
    [Allow(Everybody = true)]
    public sealed record Query(Guid PersonId, string? Token) : IRequest<string?>;

    public sealed class Handler(CcriDbContext db, UserManager<Account> accounts) : IRequestHandler<Query, string?>
    {
        public async Task<string?> Handle(Query request, CancellationToken cancellationToken)
        {
            var email = await db.Persons.Where(p => p.Id == request.PersonId && p.DisabledAt == null).Select(p => p.Email).SingleOrDefaultAsync(cancellationToken);
            var account = email is null ? null : await accounts.FindByIdAsync(request.PersonId.ToString());
            return account is not null && await accounts.VerifyUserTokenAsync(account, accounts.Options.Tokens.PasswordResetTokenProvider,
                UserManager<Account>.ResetPasswordTokenPurpose, PasswordLink.Decode(request.Token ?? "")) ? email : null;
        }
    }
}
