using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Changes an objective or a lever; one that actions use stays what it is.</summary>
public static class EditObjective
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : ObjectiveAnswers, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ObjectiveAnswersValidator());
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = await db.Objectives.SingleOrDefaultAsync(o => o.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Objective", request.Id);
            access.RequireEdit(objective.TerritoryId);
            db.ExpectVersion(objective, request.Version);
            await using var held = await db.HoldAsync<Plan>(objective.PlanId, cancellationToken);
            if (request.IsLever != objective.IsLever && await db.UsersAsync(objective, cancellationToken) is { } users)
                throw Refusal.At(nameof(request.IsLever), $"{users}{(objective.IsLever ? " as a lever" : "")}, so it stays what it is. Take it off there first.");
            request.ApplyTo(objective);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
