using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>Says on which day a role ends; it stays in the organisation's history.</summary>
public static class EndRole
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

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var role = await db.OrganisationRoles.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Role", request.Id);
            if (role.TerritoryId is { } territoryId)
                access.RequireEdit(territoryId);
            db.ExpectVersion(role, request.Version);
            Refusal.Try(nameof(Command.Day), () => role.End(request.Day!.Value));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
