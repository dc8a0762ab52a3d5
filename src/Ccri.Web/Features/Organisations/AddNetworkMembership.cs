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

/// <summary>Records that an organisation belongs to a network, or has signed a commitment.</summary>
public static class AddNetworkMembership
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : SourceOfChange, IRequest<Guid>
    {
        public Guid OrganisationId { get; init; }

        /// <summary>The network's code.</summary>
        public string? Network { get; init; }
        public DateOnly? From { get; init; }
        public DateOnly? To { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Network).Needed("Choose the network.");
            RuleFor(c => c.To).NotBefore(c => c.From);
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.Source).Needed("Say where the membership is known from: an address, or the words of the source.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            access.RequireOffice(null);
            if (!await db.Organisations.AnyAsync(o => o.Id == request.OrganisationId, cancellationToken))
                throw new NotFoundException("Organisation", request.OrganisationId);
            var network = await db.Networks.AsNoTracking().SingleOrDefaultAsync(n => n.Code == request.Network, cancellationToken)
                ?? throw Refusal.At(nameof(Command.Network), "There is no such network. Choose one of the list.");
            var membership = new NetworkMembership(network.Id, null, request.OrganisationId);
            Refusal.Try(nameof(Command.To), () => membership.Last(request.From, request.To));
            await using var held = await db.HoldAsync<Organisation>(request.OrganisationId, cancellationToken);
            await MembershipTwice.RefuseAsync(db, membership, nameof(Command.Network), cancellationToken);
            db.NetworkMemberships.Add(membership);
            db.CiteNew(membership.Id, null, request, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return membership.Id;
        }
    }
}
