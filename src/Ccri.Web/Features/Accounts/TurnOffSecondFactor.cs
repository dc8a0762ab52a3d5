using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Ccri.Web.Features.Accounts;

/// <summary>Turns the own second factor off, for the password. A role that needs one leads back to setting one up.</summary>
public static class TurnOffSecondFactor
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(string? Password) : IRequest;

    public sealed class Handler(CcriDbContext db, PasswordAgain again, SignInManager<Account> signIn) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var account = await again.RequireAsync(request.Password, cancellationToken);
            if (!account.TwoFactorEnabled)
                throw new RuleViolationException("Your second factor is off already.");
            account.TakeOffSecondFactor();
            await db.SaveChangesAsync(cancellationToken);
            await signIn.SignInAsync(account, isPersistent: false);
            return Unit.Value;
        }
    }
}
