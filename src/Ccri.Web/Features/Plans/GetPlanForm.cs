using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>A plan as its form shows it, with what there is to choose from; without a code, the form of a new one.</summary>
public static class GetPlanForm
{
    /// <param name="Code">Of the plan; empty for a new one.</param>
    /// <param name="Territory">Whose action plans a new investment plan could finance.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Code = null, string? Territory = null) : IRequest<Answer>;

    /// <param name="Kind">Of the plan; empty for a new one.</param>
    /// <param name="Territories">Those whose plans the user may edit; of a plan that exists, none.</param>
    public sealed record Answer(EditPlan.Command Form, PlanKind? Kind, SourceLine? Source, IReadOnlyList<Choice> Territories, IReadOnlyList<Choice> ActionPlans);

    public sealed record Choice(string Code, string Name);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            if (request.Code is { } code)
            {
                var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Code == code, cancellationToken) ?? throw new NotFoundException("Plan", code);
                access.RequireEdit(plan.TerritoryId);
                var notes = await db.NotesOf([plan.Id], cancellationToken);
                var plans = await ActionPlansAsync(db.Plans.Where(p => p.TerritoryId == plan.TerritoryId), cancellationToken);
                return new Answer(Form(plan, plans.Find(p => p.Id == plan.ActionPlanId)?.Code), plan.Kind, SourceLine.Of(notes.GetValueOrDefault(plan.Id), calendar), [],
                    [.. plans.Select(p => new Choice(p.Code, p.Title))]);
            }
            var territories = (await access.Visible(db.Territories).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug, t.Name }).ToListAsync(cancellationToken))
                .Where(t => access.MayEdit(t.Id)).ToList();
            var chosen = territories.Find(t => t.Slug == request.Territory)?.Id;
            var own = await ActionPlansAsync(db.Plans.Where(p => p.TerritoryId == chosen), cancellationToken);
            return new Answer(new(), null, null, [.. territories.Select(t => new Choice(t.Slug, t.Name))], [.. own.Select(p => new Choice(p.Code, p.Title))]);
        }

        private static Task<List<Plan>> ActionPlansAsync(IQueryable<Plan> plans, CancellationToken cancellationToken) =>
            plans.AsNoTracking().Where(p => p.Kind == PlanKind.Ceap).OrderBy(p => p.SearchTitle).ThenBy(p => p.Id).ToListAsync(cancellationToken);

        private static EditPlan.Command Form(Plan plan, string? actionPlan) => new()
        {
            Code = plan.Code, Version = plan.Version, Title = plan.Title, Summary = plan.Summary, PartOf = plan.PartOf, ActionPlan = actionPlan, Language = plan.Language, Address = plan.Address,
            ValidFrom = plan.ValidFrom, ValidTo = plan.ValidTo, Budget = plan.Budget.Units(), Currency = plan.Currency, PriceYear = plan.PriceYear, ObjectiveWord = plan.ObjectiveWord,
            PublishedObjectives = plan.PublishedObjectives, PublishedLevers = plan.PublishedLevers, PublishedActions = plan.PublishedActions,
        };
    }
}
