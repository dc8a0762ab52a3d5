using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A lead as its form shows it, with the organisations to choose from; without an id, the form of a new one of this objective or action.</summary>
public static class GetLeadForm
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid? Id = null, Guid? Objective = null, Guid? Action = null) : IRequest<Answer>;

    /// <param name="Of">What it leads, by name.</param>
    /// <param name="Back">Where that is seen.</param>
    public sealed record Answer(PlanHead Plan, EditLead.Command Form, string Of, string Back, IReadOnlyList<Option> Organisations);

    public sealed record Option(Guid Id, string Name);

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToEditAsync(access, request.Code, PlanKind.Ceap, cancellationToken);
            var lead = request.Id is { } id ? await db.Leads.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.PlanId == plan.Id, cancellationToken) ?? throw new NotFoundException("Lead", id) : null;
            var form = lead is null ? new EditLead.Command()
                : new EditLead.Command { Id = lead.Id, Version = lead.Version, Organisation = lead.OrganisationId, Name = lead.Name, Sector = lead.Sector, IsCoLead = lead.IsCoLead };
            var (objectiveId, actionId) = lead is null ? (request.Objective, request.Action) : (lead.ObjectiveId, lead.ActionId);
            var of = actionId is not null
                ? await db.PlanActions.Where(a => a.Id == actionId && a.PlanId == plan.Id).Select(a => a.Number + " " + a.Title).SingleOrDefaultAsync(cancellationToken)
                : await db.Objectives.Where(o => o.Id == objectiveId && o.PlanId == plan.Id).Select(o => o.Title).SingleOrDefaultAsync(cancellationToken);
            if (of is null)
                throw new NotFoundException(actionId is null ? plan.Objective.Label : "Action", actionId ?? objectiveId ?? Guid.Empty);
            return new Answer(plan, form, of, actionId is null ? $"/plans/{plan.Code}/objectives/{objectiveId}/edit" : $"/plans/{plan.Code}/actions/{actionId}", 
                await db.OrganisationsFor(user, plan.TerritoryId, lead?.OrganisationId).OrderBy(o => o.SearchName).ThenBy(o => o.Id).Select(o => new Option(o.Id, o.Name)).ToListAsync(cancellationToken));
        }
    }
}
