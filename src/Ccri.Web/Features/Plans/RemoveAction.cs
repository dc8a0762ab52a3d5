using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Ccri.Domain;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Removes an action with its leads, effects and milestones, unless an investment project stands on it.</summary>
public static class RemoveAction
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var action = await db.PlanActions.SingleOrDefaultAsync(a => a.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Action", request.Id);
            access.RequireEdit(action.TerritoryId);
            db.ExpectVersion(action, request.Version);
            var projects = await db.InvestmentProjects.Where(p => p.ActionId == action.Id).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => p.Name).ToListAsync(cancellationToken);
            if (projects.Count > 0)
                throw new RuleViolationException($"{string.Join(", ", projects.Select(p => $"“{p}”"))} {(projects.Count == 1 ? "is an investment" : "are investments")} for this action. Link {(projects.Count == 1 ? "it" : "them")} to another action first, or drop the action with its reason instead.");
            // Read, so that the audit says what went with it.
            db.Leads.RemoveRange(await db.Leads.Where(l => l.ActionId == action.Id).ToListAsync(cancellationToken));
            db.Effects.RemoveRange(await db.Effects.Where(e => e.ActionId == action.Id).ToListAsync(cancellationToken));
            var milestones = await db.Milestones.Include(m => m.Moves).Where(m => m.ActionId == action.Id).ToListAsync(cancellationToken);
            db.Milestones.RemoveRange(milestones);
            Guid[] gone = [action.Id, .. milestones.Select(m => m.Id)];
            db.FactNotes.RemoveRange(await db.FactNotes.Where(n => gone.Contains(n.SubjectId)).ToListAsync(cancellationToken));
            db.PlanActions.Remove(action);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
