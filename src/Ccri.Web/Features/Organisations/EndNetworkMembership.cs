using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Says on which day an organisation's membership ends; it stays in its history.</summary>
public static class EndNetworkMembership
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public DateOnly? Day { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Day).NotNull().WithMessage("Enter the last day.");
            Include(new SourceOfChangeValidator());
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            access.RequireOffice(null);
            var membership = await db.NetworkMemberships.SingleOrDefaultAsync(m => m.Id == request.Id && m.OrganisationId != null, cancellationToken)
                ?? throw new NotFoundException("Membership", request.Id);
            db.ExpectVersion(membership, request.Version);
            var before = membership.To;
            Refusal.Try(nameof(Command.Day), () => membership.End(request.Day!.Value));
            await using var held = await db.HoldAsync<Organisation>(membership.OrganisationId!.Value, cancellationToken);
            await MembershipTwice.RefuseAsync(db, membership, nameof(Command.Day), cancellationToken);
            await db.CiteRowAsync(membership.Id, null, membership.To != before, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Touch(membership); // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
