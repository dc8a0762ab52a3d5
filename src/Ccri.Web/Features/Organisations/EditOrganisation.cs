using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Changes what the register says of an organisation; a changed fact names its new source.</summary>
public static class EditOrganisation
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : OrganisationFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new OrganisationFields.Validator());
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = await db.Organisations.SingleOrDefaultAsync(o => o.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Organisation", request.Id);
            access.RequireOffice(null);
            db.ExpectVersion(organisation, request.Version);
            await request.CheckAsync(db, organisation.Id, cancellationToken);
            var before = (organisation.Name, organisation.Acronym, organisation.CountryCode); // notes are ours, not a source's
            request.Fill(organisation);
            var isChanged = before != (organisation.Name, organisation.Acronym, organisation.CountryCode);
            await db.CiteRowAsync(organisation.Id, null, isChanged, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Entry(organisation).State = EntityState.Modified; // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
