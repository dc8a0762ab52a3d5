using Ccri.Domain;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Sets the password that a link allows to set, and signs the person in; who has a second factor is asked for it first.</summary>
public static class ChoosePassword
{
    [Allow(Everybody = true)]
    public sealed record Command(Guid PersonId, string Token, string? Password) : IRequest<SignInOutcome>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Password)
            .NotEmpty().WithMessage("Enter a new password.")
            .MinimumLength(12).WithMessage(c => $"The password has {c.Password?.Length} characters. Use 12 or more; a few words in a row are easy to remember.")
            .MaximumLength(200).WithMessage("The password is longer than 200 characters. Use a shorter one.");
    }

    public sealed class Handler(CcriDbContext db, SignInManager<Account> signIn, SecondStep second, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, SignInOutcome>
    {
        public async Task<SignInOutcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == request.PersonId && p.DisabledAt == null, cancellationToken);
            var account = person is null ? null : await signIn.UserManager.FindByIdAsync(person.Id.ToString());
            if (person is null || account is null)
                throw TooOld();
            var outcome = await signIn.UserManager.ResetPasswordAsync(account, PasswordLink.Decode(request.Token), request.Password!);
            if (!outcome.Succeeded)
                throw outcome.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.InvalidToken))
                    ? TooOld()
                    : new RuleViolationException(string.Join(" ", outcome.Errors.Select(e => e.Description)));

            user.ActAs(person.Id, person.Name, []); // for the audit: the link has shown who it is
            if (account.TwoFactorEnabled)
            {
                await db.SaveChangesAsync(cancellationToken);
                await second.BeginAsync(account); // a link never leads around the second factor, nor does it forgive wrong codes
                return SignInOutcome.NeedsSecondFactor;
            }
            // Not by SetLockoutEndDateAsync: the store attaches the account again on a second update, and the save would then miss the row it read.
            (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
            person.SignedIn(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await signIn.SignInAsync(account, isPersistent: false);
            return SignInOutcome.SignedIn;
        }

        private static RuleViolationException TooOld() =>
            new("This link has been used, or is older than 24 hours. Ask for a new one under “Forgot your password?”.");
    }
}
