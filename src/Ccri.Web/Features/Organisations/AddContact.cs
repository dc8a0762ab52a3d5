using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Organisations;

/// <summary>Adds somebody to write to or call, at an organisation, for a territory, or both.</summary>
public static class AddContact
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ContactFields, IRequest<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ContactFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var (organisationId, territoryId) = await new ContactAccess(db, access, user).PlaceAsync(request, kept: null, cancellationToken);
            var contact = new Contact(organisationId, territoryId, request.Name!);
            request.Fill(contact, calendar.Today);
            db.Contacts.Add(contact);
            await db.SaveChangesAsync(cancellationToken);
            return contact.Id;
        }
    }
}
