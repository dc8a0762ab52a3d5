using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Mails a link to choose a new password, if the address is somebody's; the answer is the same if it is nobody's.</summary>
public static class RequestPasswordLink
{
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromMinutes(2);

    [Allow(Everybody = true)]
    public sealed record Command(string? Email) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Email).NotEmpty().WithMessage("Enter your e-mail address.")
            .EmailAddress().WithMessage("Enter an e-mail address such as name@example.org.");
    }

    public sealed class Handler(CcriDbContext db, UserManager<Account> accounts, PasswordLink links, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var email = request.Email!.Trim().ToLowerInvariant();
            var person = await db.Persons.SingleOrDefaultAsync(p => p.Email == email && p.DisabledAt == null, cancellationToken);
            var account = person is null ? null : await accounts.FindByIdAsync(person.Id.ToString());
            if (person is null || account is null)
                return Unit.Value;
            var since = now - AtMostEvery;
            if (await db.MailMessages.AnyAsync(m => m.PersonId == person.Id && m.CreatedAt > since, cancellationToken))
                return Unit.Value; // a mailbox cannot be flooded from this form

            var link = await links.For(account);
            db.MailMessages.Add(AccountMail.To(person, "Choose a new password for CCRI tracking", $"""
                somebody, probably you, asked for a new password for CCRI tracking. Choose it here, within 24 hours; the link works once:

                {link}

                If it was not you, do nothing: your password stays as it is.
                """, now, PasswordLink.Lifespan));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
