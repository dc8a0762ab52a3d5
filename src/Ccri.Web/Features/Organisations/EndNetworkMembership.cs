using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Says on which day an organisation's membership ends; it stays in its history.</summary>
public static class EndNetworkMembership
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
        public DateOnly? Day { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotNull().WithMessage("Enter the last day.");
    }

    public sealed class Handler(CcriDbContext db) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var membership = await db.NetworkMemberships.SingleOrDefaultAsync(m => m.Id == request.Id && m.OrganisationId != null, cancellationToken)
                ?? throw new NotFoundException("Membership", request.Id);
            db.ExpectVersion(membership, request.Version);
            Refusal.Try(nameof(Command.Day), () => membership.End(request.Day!.Value));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
