using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Signs a person in by address and password, or takes the first of two steps. One sentence for every refusal: none tells whether an account exists.</summary>
public static class SignIn
{
    public const string Sentence = "The address and the password do not match, or there were too many tries. After five wrong ones an account rests for 15 minutes.";

    [Allow(Everybody = true)]
    public sealed record Command(string? Email, string? Password) : IRequest<SignInOutcome>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).NotEmpty().WithMessage("Enter your e-mail address.");
            RuleFor(c => c.Password).NotEmpty().WithMessage("Enter your password.");
        }
    }

    public sealed class Handler(CcriDbContext db, SignInManager<Account> signIn, SecondStep second, IPasswordHasher<Account> hasher, CurrentUser user, TimeProvider clock)
        : IRequestHandler<Command, SignInOutcome>
    {
        private static string? _hashOfNobody;

        public async Task<SignInOutcome> Handle(Command request, CancellationToken cancellationToken)
        {
            var email = request.Email!.Trim().ToLowerInvariant();
            var person = await db.Persons.SingleOrDefaultAsync(p => p.Email == email && p.DisabledAt == null, cancellationToken);
            var account = person is null ? null : await signIn.UserManager.FindByIdAsync(person.Id.ToString());
            if (account is null || person is null)
            {
                BeAsSlowAsForSomebody(request.Password!);
                throw Wrong();
            }

            var outcome = await signIn.CheckPasswordSignInAsync(account, request.Password!, lockoutOnFailure: true);
            user.ActAs(person.Id, person.Name, []); // for the audit: the try is this person's
            if (outcome.Succeeded && !account.TwoFactorEnabled)
                person.SignedIn(clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken); // a wrong try is counted, too
            if (outcome.IsLockedOut)
                BeAsSlowAsForSomebody(request.Password!); // Identity does not even look at the password then, which would tell
            if (!outcome.Succeeded)
                throw Wrong();
            if (account.TwoFactorEnabled)
            {
                await second.BeginAsync(account);
                return SignInOutcome.NeedsSecondFactor;
            }
            await signIn.SignInAsync(account, isPersistent: false);
            return SignInOutcome.SignedIn;
        }

        private static ValidationException Wrong() => Refusal.At("", Sentence);

        private void BeAsSlowAsForSomebody(string password)
        {
            var nobody = new Account(Guid.Empty, "nobody@invalid");
            _hashOfNobody ??= hasher.HashPassword(nobody, "the password of nobody");
            hasher.VerifyHashedPassword(nobody, _hashOfNobody, password);
        }
    }
}
