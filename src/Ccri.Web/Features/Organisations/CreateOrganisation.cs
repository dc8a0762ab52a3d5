using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Organisations;

/// <summary>Adds an organisation to the register, with the source that says so.</summary>
public static class CreateOrganisation
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : OrganisationFields, IRequest<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new OrganisationFields.Validator());
            RuleFor(c => c.Source).Needed("Say where the organisation is known from: an address, or the words of the source.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            access.RequireOffice(null);
            await request.CheckAsync(db, self: null, cancellationToken);
            var organisation = new Organisation(request.Name!);
            request.Fill(organisation);
            db.Organisations.Add(organisation);
            db.CiteNew(organisation.Id, null, request, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            return organisation.Id;
        }
    }
}
