using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>A territory is in a network, or has signed a commitment.</summary>
public static class JoinNetwork
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : SourceOfChange, IRequest
    {
        public string Slug { get; init; } = "";
        public string? Network { get; init; }

        /// <summary>The body through which it belongs, when it is not the territory itself.</summary>
        public string? Through { get; init; }
        public DateOnly? From { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new SourceOfChangeValidator());
            RuleFor(c => c.Network).NotEmpty().WithMessage("Choose the network or commitment.");
            RuleFor(c => c.Through).Line("The body", 300);
            RuleFor(c => c.Source).NotEmpty().WithMessage("Say where it is known from: an address, or the words of the source.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireEdit(id);
            var network = await db.Networks.Where(n => n.Code == request.Network).Select(n => (Guid?)n.Id).SingleOrDefaultAsync(cancellationToken)
                ?? throw Refusal.At(nameof(Command.Network), "There is no such network. Choose one of the list.");
            var membership = new NetworkMembership(network, id, null);
            membership.Last(request.From, null);
            membership.BelongThrough(request.Through);
            await using var held = await db.HoldAsync<Territory>(id, cancellationToken);
            await MembershipTwice.RefuseAsync(db, membership, nameof(Command.Network), cancellationToken);
            db.NetworkMemberships.Add(membership);
            db.CiteNew(membership.Id, id, request, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
