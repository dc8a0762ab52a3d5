using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Names who leads, or helps to lead, an objective or an action.</summary>
public static class AddLead
{
    /// <summary>Of an objective, or of an action.</summary>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : LeadAnswers, IRequest<Guid>
    {
        public Guid? Objective { get; init; }
        public Guid? Action { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new LeadAnswersValidator());
    }

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var (objective, action) = (await db.Objectives.SingleOrDefaultAsync(o => o.Id == request.Objective, cancellationToken), await db.PlanActions.SingleOrDefaultAsync(a => a.Id == request.Action, cancellationToken));
            if (objective is null && action is null)
                throw new NotFoundException(request.Action is null ? "Objective" : "Action", request.Action ?? request.Objective ?? Guid.Empty);
            access.RequireEdit(action?.TerritoryId ?? objective!.TerritoryId);
            await request.RequireOrganisationAsync(db, cancellationToken);
            await using var held = await db.HoldAsync<Plan>(action?.PlanId ?? objective!.PlanId, cancellationToken); // two first leads of one sector meet there
            var others = await db.Leads.AsNoTracking().Where(l => action != null ? l.ActionId == action.Id : l.ObjectiveId == objective!.Id).ToListAsync(cancellationToken);
            Refusal.Try(nameof(request.Sector), () => db.Leads.Add(action is null
                ? Lead.OfObjective(objective!, request.Organisation, request.Name, request.Sector!.Value, request.IsCoLead, others)
                : Lead.OfAction(action, request.Organisation, request.Name, request.Sector!.Value, request.IsCoLead, others)));
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return db.Leads.Local.Single().Id;
        }
    }
}
