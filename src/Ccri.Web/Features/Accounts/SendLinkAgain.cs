using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Mails the invitation once more, with a new link, to somebody who has not chosen a password yet.</summary>
public static class SendLinkAgain
{
    [Allow(Role.Coordinator)]
    public sealed record Command(Guid PersonId) : IRequest;

    public sealed class Handler(CcriDbContext db, UserManager<Account> accounts, PasswordLink links, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken)
                ?? throw new NotFoundException("Person", request.PersonId);
            var account = await accounts.FindByIdAsync(person.Id.ToString());
            if (account is null || person.DisabledAt is not null)
                throw new RuleViolationException($"{person.Name} may not sign in. A link would lead nowhere.");
            if (account.PasswordHash is not null)
                throw new RuleViolationException($"{person.Name} has a password. Who forgot it gets a link under “Forgot your password?”.");
            db.MailMessages.Add(AccountMail.Invitation(person, await links.For(account), clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
