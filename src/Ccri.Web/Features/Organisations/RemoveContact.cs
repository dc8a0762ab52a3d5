using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Removes a contact for good; the audit keeps that there was one, not who.</summary>
public static class RemoveContact
{
    /// <param name="IsSure">Ticked: what is removed does not come back.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, Guid Version, bool IsSure) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.IsSure).Equal(true).WithMessage("Tick the box to remove the contact for good, or leave it as it is.");
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
