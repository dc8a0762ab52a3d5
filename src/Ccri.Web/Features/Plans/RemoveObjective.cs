using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Removes an objective or a lever that no action uses, with its leads.</summary>
public static class RemoveObjective
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(Guid Id, Guid Version) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var objective = await db.Objectives.SingleOrDefaultAsync(o => o.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Objective", request.Id);
            access.RequireEdit(objective.TerritoryId);
            db.ExpectVersion(objective, request.Version);
            await using var held = await db.HoldAsync<Plan>(objective.PlanId, cancellationToken);
            if (await db.UsersAsync(objective, cancellationToken) is { } users)
                throw new RuleViolationException($"{users}. Give those actions another place in the plan first, then remove it.");
            db.Leads.RemoveRange(await db.Leads.Where(l => l.ObjectiveId == objective.Id).ToListAsync(cancellationToken)); // read, so that the audit names them
            db.Objectives.Remove(objective);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
