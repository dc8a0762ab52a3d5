using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>An expected effect as its form shows it; without an id, the form of a new one of this action or project.</summary>
public static class GetEffectForm
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid? Id = null, Guid? Action = null, Guid? Project = null) : IRequest<Answer>;

    /// <param name="Of">What brings it, by name.</param>
    /// <param name="Back">Where that is seen.</param>
    public sealed record Answer(PlanHead Plan, EditEffect.Command Form, string Of, string Back);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToEditAsync(access, request.Code, kind: null, cancellationToken);
            var effect = request.Id is { } id ? await db.Effects.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.PlanId == plan.Id, cancellationToken) ?? throw new NotFoundException("Effect", id) : null;
            var form = effect is null ? new EditEffect.Command()
                : new EditEffect.Command { Id = effect.Id, Version = effect.Version, Kind = effect.Kind, Amount = effect.Amount, Unit = Domain.Plans.Effect.UnitOf(effect.Kind) is null ? effect.Unit : null, FromYear = effect.FromYear, Basis = effect.Basis };
            var (actionId, projectId) = effect is null ? (request.Action, request.Project) : (effect.ActionId, effect.ProjectId);
            var of = actionId is not null
                ? await db.PlanActions.Where(a => a.Id == actionId && a.PlanId == plan.Id).Select(a => a.Number + " " + a.Title).SingleOrDefaultAsync(cancellationToken)
                : await db.InvestmentProjects.Where(p => p.Id == projectId && p.PlanId == plan.Id).Select(p => p.Number + " " + p.Name).SingleOrDefaultAsync(cancellationToken);
            if (of is null)
                throw new NotFoundException(actionId is null ? "Investment project" : "Action", actionId ?? projectId ?? Guid.Empty);
            return new Answer(plan, form, of, actionId is null ? $"/plans/{plan.Code}/projects/{projectId}" : $"/plans/{plan.Code}/actions/{actionId}");
        }
    }
}
