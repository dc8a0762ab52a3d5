using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Takes the second factor off somebody who lost phone and recovery codes. They are told by mail, in case it was not they who asked.</summary>
public static class TakeOffSecondFactor
{
    [Allow(Role.Coordinator)]
    public sealed record Command(Guid PersonId) : IRequest;

    public sealed class Handler(CcriDbContext db, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = await db.Persons.SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken)
                ?? throw new NotFoundException("Person", request.PersonId);
            var account = await db.Users.Include(a => a.RecoveryCodes).SingleOrDefaultAsync(a => a.Id == person.Id, cancellationToken);
            if (account is not { TwoFactorEnabled: true })
                throw new RuleViolationException($"{person.Name} has no second factor.");
            account.TakeOffSecondFactor();
            db.MailMessages.Add(AccountMail.To(person, "Your second factor has been taken off", """
                a coordinator has taken the second factor off your access to CCRI tracking. You sign in with your password alone until you set one again
                under “My account”.

                If you did not ask for that, tell the support office at once.
                """, clock.GetUtcNow().UtcDateTime, AccountMail.OfNotices));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
