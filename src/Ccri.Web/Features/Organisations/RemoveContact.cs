using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Removes a contact for good; the audit keeps that there was one, not who.</summary>
public static class RemoveContact
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Contact", request.Id);
            new ContactAccess(db, access, user).RequireEdit(contact);
            db.ExpectVersion(contact, request.Version);
            db.Contacts.Remove(contact);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
