using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Changes what is kept of a contact, or where the contact belongs.</summary>
public static class EditContact
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ContactFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ContactFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var contact = await db.Contacts.SingleOrDefaultAsync(c => c.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Contact", request.Id);
            var may = new ContactAccess(db, access, user);
            may.RequireEdit(contact);
            db.ExpectVersion(contact, request.Version);
            var (organisationId, territoryId) = await may.PlaceAsync(request, contact.OrganisationId, cancellationToken);
            Refusal.Try(nameof(ContactFields.Organisation), () => contact.Belong(organisationId, territoryId));
            request.Fill(contact, calendar.Today);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
