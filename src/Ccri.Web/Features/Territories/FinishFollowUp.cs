using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>What was to be done after a contact is done, or was not after all.</summary>
public static class FinishFollowUp
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(Guid Id, bool IsDone) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var contact = await db.LoggedContacts.SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Contact", request.Id);
            access.RequireOffice(contact.TerritoryId);
            if (request.IsDone)
                contact.Finish(clock.GetUtcNow().UtcDateTime);
            else
                contact.Reopen();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
