using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Sets the second factor once a code shows that the app has the key; gives the ten recovery codes, which nobody can show again.</summary>
public static class SetSecondFactor
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(string? Ticket, string? Code) : IRequest<IReadOnlyList<string>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code).NotEmpty().WithMessage("Enter the six digits that your app shows.");
    }

    public sealed class Handler(CcriDbContext db, SignInManager<Account> signIn, SecondFactorTicket tickets, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, IReadOnlyList<string>>
    {
        public async Task<IReadOnlyList<string>> Handle(Command request, CancellationToken cancellationToken)
        {
            var account = await db.Users.Include(a => a.RecoveryCodes).SingleOrDefaultAsync(a => a.Id == user.PersonId, cancellationToken)
                ?? throw new NotFoundException("Account", user.Name);
            var key = tickets.KeyOf(request.Ticket)
                ?? throw new RuleViolationException("The key was shown more than 15 minutes ago. Please begin again; the entry in your app can be removed.");
            if (account.TwoFactorEnabled)
                throw new RuleViolationException("Your second factor is set already.");
            var now = clock.GetUtcNow().UtcDateTime;
            if (!account.TrySetSecondFactor(key, request.Code!, now))
                throw Refusal.At(nameof(Command.Code),
                    "This code does not fit the key. Enter the six digits that the app shows at this moment; if that fails again, see whether the phone's clock is right.");
            var codes = account.RenewRecoveryCodes(now);
            await db.SaveChangesAsync(cancellationToken);
            await signIn.SignInAsync(account, isPersistent: false); // this session goes on, every other one ends
            return codes;
        }
    }
}
