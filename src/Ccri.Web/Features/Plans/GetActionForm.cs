using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>An action as its form shows it, with what there is to choose from; without an id, the form of a new one.</summary>
public static class GetActionForm
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, Guid? Id = null) : IRequest<Answer>;

    public sealed record Answer(PlanHead Plan, EditAction.Command Form, Offer Offered);

    public sealed record Offer(ObjectiveWord Word, IReadOnlyList<Option> Objectives, IReadOnlyList<Option> Levers, IReadOnlyList<Option> Solutions, IReadOnlyList<Option> Indicators);

    public sealed record Option(Guid Id, string Name);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToEditAsync(access, request.Code, PlanKind.Ceap, cancellationToken);
            var form = new EditAction.Command { Currency = plan.Currency };
            if (request.Id is { } id)
                form = Of(await db.PlanActions.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.PlanId == plan.Id, cancellationToken) ?? throw new NotFoundException("Action", id));
            var objectives = await db.Objectives.Where(o => o.PlanId == plan.Id).OrderBy(o => o.Number).ThenBy(o => o.Id).Select(o => new { o.Id, o.Number, o.Title, o.IsLever }).ToListAsync(cancellationToken);
            var solutions = await db.Solutions.Where(s => s.TerritoryId == plan.TerritoryId).OrderBy(s => s.SearchTitle).ThenBy(s => s.Id).Select(s => new Option(s.Id, s.Title)).ToListAsync(cancellationToken);
            var indicators = await db.Indicators.OrderBy(i => i.Code).ThenBy(i => i.Id).Select(i => new Option(i.Id, i.Code + " " + i.Name)).ToListAsync(cancellationToken);
            return new Answer(plan, form, new Offer(plan.Objective, Offered(isLever: false), Offered(isLever: true), solutions, indicators));

            List<Option> Offered(bool isLever) => [.. objectives.Where(o => o.IsLever == isLever).Select(o => new Option(o.Id, $"{o.Number} {o.Title}"))];
        }

        private static EditAction.Command Of(PlanAction action) => new()
        {
            Id = action.Id, Version = action.Version, Number = action.Number, Title = action.Title, Description = action.Description, Objective = action.ObjectiveId, Levers = [.. action.LeverIds],
            Sector = action.Sector, Strategy = action.Strategy, Start = ActionAnswers.Month(action.Start), End = ActionAnswers.Month(action.End), Budget = action.Budget.Units(), Currency = action.Currency,
            Funding = action.Funding, Status = action.Status, Percent = action.PercentDone, DoneOn = action.DoneOn, Forecast = action.Forecast, Remark = action.Remark, Solution = action.SolutionId,
            Indicator = action.IndicatorId,
        };
    }
}
