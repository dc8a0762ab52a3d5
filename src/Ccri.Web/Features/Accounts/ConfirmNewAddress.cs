using Ccri.Domain;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Changes an address to the one that a link was sent to. Every session and every other link of the account ends with it.</summary>
public static class ConfirmNewAddress
{
    [Allow(Everybody = true)]
    public sealed record Command(Guid PersonId, string? Address, string? Token) : IRequest;

    public sealed class Handler(CcriDbContext db, UserManager<Account> accounts, CurrentUser user, IMediator mediator) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await mediator.Send(new GetNewAddress.Query(request.PersonId, request.Address, request.Token), cancellationToken))
                throw new RuleViolationException("This link has been used, or is older than 24 hours, or the address cannot be yours. Ask for a new link under “My account”.");
            var person = await db.Persons.SingleAsync(p => p.Id == request.PersonId, cancellationToken);
            var account = await db.Users.SingleAsync(a => a.Id == person.Id, cancellationToken);
            person.MoveTo(request.Address);
            account.MoveTo(person.Email, accounts.NormalizeEmail(person.Email)!);
            user.ActAs(person.Id, person.Name, []); // for the audit: the link has shown who it is
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
