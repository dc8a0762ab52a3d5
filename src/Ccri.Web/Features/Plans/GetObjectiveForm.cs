using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>An objective or lever as its form shows it, with its leads; without an id, the form of the next one.</summary>
public static class GetObjectiveForm
{
    /// <param name="IsLever">Of a new one.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid? Id = null, bool IsLever = false) : IRequest<Answer>;

    public sealed record Answer(PlanHead Plan, EditObjective.Command Form, IReadOnlyList<LeadRow> Leads);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToEditAsync(access, request.Code, PlanKind.Ceap, cancellationToken);
            if (request.Id is not { } id)
            {
                var last = await db.Objectives.Where(o => o.PlanId == plan.Id && o.IsLever == request.IsLever).MaxAsync(o => (int?)o.Number, cancellationToken);
                return new Answer(plan, new EditObjective.Command { Number = (last ?? 0) + 1, IsLever = request.IsLever }, []);
            }
            var form = await db.Objectives.Where(o => o.Id == id && o.PlanId == plan.Id)
                .Select(o => new EditObjective.Command { Id = o.Id, Version = o.Version, Number = o.Number, Title = o.Title, Description = o.Description, IsLever = o.IsLever })
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException(plan.Objective.Label, id);
            return new Answer(plan, form, await db.LeadRowsAsync(db.Leads.Where(l => l.ObjectiveId == id), cancellationToken));
        }
    }
}
