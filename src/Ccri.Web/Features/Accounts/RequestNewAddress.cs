using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>
/// Asks for another address of one's own: a link goes there, a notice to the present one. If the new address is somebody else's, no link is
/// sent and the answer is the same, so that nobody learns who has an account.
/// </summary>
public static class RequestNewAddress
{
    private const string NoticeSubject = "Your address in CCRI tracking is about to change";
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(2);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Command(string? Email, string? Password) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Email).IsAnAddress();
            RuleFor(c => c.Password).NotEmpty().WithMessage("Enter your password.");
        }
    }

    public sealed class Handler(CcriDbContext db, PasswordAgain again, AddressLink links, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var account = await again.RequireAsync(request.Password, cancellationToken);
            var (email, now) = (Person.Address(request.Email), clock.GetUtcNow().UtcDateTime);
            var person = await db.Persons.SingleAsync(p => p.Id == account.Id, cancellationToken);
            if (email == person.Email)
                throw Refusal.At(nameof(Command.Email), "This is your address already. Enter the new one.");
            var since = now - AtMostEvery;
            if (await db.MailMessages.AnyAsync(m => m.PersonId == person.Id && m.Subject == NoticeSubject && m.CreatedAt > since, cancellationToken))
                throw new RuleViolationException("A link was sent less than two minutes ago. Look for it, also among the unwanted mail, before you ask for another.");

            db.MailMessages.Add(AccountMail.To(person, NoticeSubject, """
                somebody, probably you, has asked to use another address for your access to CCRI tracking. A link to confirm it has gone there.

                If it was not you, somebody else knows your password: choose a new one under “Forgot your password?”. That makes the link useless.
                """, now, AccountMail.OfNotices));
            if (!await db.Persons.AnyAsync(p => p.Email == email, cancellationToken))
                db.MailMessages.Add(AccountMail.To(person, "Confirm your new address for CCRI tracking", $"""
                    this address is to become the one of your access to CCRI tracking. Open this link within 24 hours and confirm it there; it works once:

                    {await links.For(account, email)}

                    If you did not ask for that, do nothing: everything stays as it is.
                    """, now, PasswordLink.Lifespan, email));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
