using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Accounts;

/// <summary>Begins to set up the second factor: for the password there is a new key, which counts only after a code has shown that the app has it.</summary>
public static class StartSecondFactor
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(string? Password) : IRequest<string>;

    public sealed class Handler(PasswordAgain again, SecondFactorTicket tickets, Data.CcriDbContext db) : IRequestHandler<Command, string>
    {
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var account = await again.RequireAsync(request.Password, cancellationToken);
            if (account.TwoFactorEnabled)
                throw new RuleViolationException("Your second factor is set already. To use another app, turn it off first.");
            await db.SaveChangesAsync(cancellationToken); // the right password ends the count of wrong ones
            return tickets.New();
        }
    }
}
