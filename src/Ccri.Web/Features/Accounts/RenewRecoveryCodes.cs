using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Accounts;

/// <summary>Ten new recovery codes for the password; the earlier ones no longer count.</summary>
public static class RenewRecoveryCodes
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(string? Password) : IRequest<IReadOnlyList<string>>;

    public sealed class Handler(CcriDbContext db, PasswordAgain again, TimeProvider clock) : IRequestHandler<Command, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(Command request, CancellationToken cancellationToken)
        {
            var account = await again.RequireAsync(request.Password, cancellationToken);
            if (!account.TwoFactorEnabled)
                throw new RuleViolationException("You have no second factor. Recovery codes come with it.");
            var codes = account.RenewRecoveryCodes(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return codes;
        }
    }
}
