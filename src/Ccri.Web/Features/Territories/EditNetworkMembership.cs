using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>Changes through whom a territory is in a network and since when, or ends that by its last day.</summary>
public static class EditNetworkMembership
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(Guid Id) : IRequest<Command>;

    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public string? Through { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.Through).Line("The body", 300);
            RuleFor(c => c.To).NotBefore(c => c.From);
        }
    }

    public sealed class Reader(CcriDbContext db, Access access) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query request, CancellationToken cancellationToken)
        {
            var membership = await db.NetworkMemberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == request.Id && m.TerritoryId != null, cancellationToken)
                ?? throw new NotFoundException("Membership", request.Id);
            access.RequireEdit(membership.TerritoryId!.Value);
            return new Command { Id = membership.Id, Version = membership.Version, Through = membership.Through, From = membership.From, To = membership.To };
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var membership = await db.NetworkMemberships.SingleOrDefaultAsync(m => m.Id == request.Id && m.TerritoryId != null, cancellationToken)
                ?? throw new NotFoundException("Membership", request.Id);
            access.RequireEdit(membership.TerritoryId!.Value);
            db.ExpectVersion(membership, request.Version);
            var before = (membership.Through, membership.From, membership.To);
            membership.BelongThrough(request.Through);
            Refusal.Try(nameof(Command.To), () => membership.Last(request.From, request.To));
            await using var held = await db.HoldAsync<Territory>(membership.TerritoryId!.Value, cancellationToken);
            await MembershipTwice.RefuseAsync(db, membership, membership.To == before.To ? nameof(Command.From) : nameof(Command.To), cancellationToken);
            var isChanged = before != (membership.Through, membership.From, membership.To);
            await db.CiteRowAsync(membership.Id, membership.TerritoryId, isChanged, request, user.PersonId, clock.GetUtcNow().UtcDateTime, cancellationToken);
            db.Touch(membership); // also when only its source changed, so that the version tells
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
