using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>The second step of signing in: a code of the authenticator app, or a recovery code. Wrong ones count to the same rest of 15 minutes as wrong passwords.</summary>
public static class SignInWithCode
{
    public const string Sentence = "This code does not fit, or has been used, or there were too many tries. Wait for the next code of the app. "
        + "After five wrong ones an account rests for 15 minutes.";

    [Allow(Everybody = true)]
    public sealed record Command(string? Code) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Code)
            .NotEmpty().WithMessage("Enter the six digits that your app shows, or a recovery code.").MaximumLength(60).WithMessage(Sentence);
    }

    public sealed class Handler(CcriDbContext db, SecondStep step, SignInManager<Account> signIn, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var account = await step.WhoseAsync();
            var person = account is null ? null : await db.Persons.SingleOrDefaultAsync(p => p.Id == account.Id && p.DisabledAt == null, cancellationToken);
            if (account is null || person is null)
                throw Refusal.At("", "The password was entered more than five minutes ago. Please sign in again.");

            user.ActAs(person.Id, person.Name, []); // for the audit: the try is this person's
            await db.Entry(account).Collection(a => a.RecoveryCodes).LoadAsync(cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            var isRight = !await signIn.UserManager.IsLockedOutAsync(account) && account.TryUse(request.Code!, now);
            if (isRight)
                SignedIn(account, person, now);
            else if (!await signIn.UserManager.IsLockedOutAsync(account))
                await signIn.UserManager.AccessFailedAsync(account);
            if (!await TrySaveAsync(cancellationToken) || !isRight)
                throw Refusal.At(nameof(Command.Code), Sentence);
            await step.EndAsync();
            await signIn.SignInAsync(account, isPersistent: false);
            return Unit.Value;
        }

        private static void SignedIn(Account account, Domain.Accounts.Person person, DateTime now)
        {
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
            person.SignedIn(now);
        }

        /// <summary>False when somebody else used the account at this very moment: whatever code it was, it counts once.</summary>
        private async Task<bool> TrySaveAsync(CancellationToken cancellationToken)
        {
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                return false;
            }
        }
    }
}
