using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What stands in an action plan: its objectives and levers, what it is to bring, and its actions with the late ones first.</summary>
public static class GetActionPlan
{
    /// <summary>How many actions the page of the plan shows.</summary>
    public const int Shown = 50;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Answer>;

    public sealed record Answer(PlanHead Plan, ActionCounts Counts, IReadOnlyList<ObjectiveRow> Objectives, IReadOnlyList<ObjectiveRow> Levers, IReadOnlyList<ActionRow> Actions)
    {
        /// <summary>Of the plan.</summary>
        public ShownStatus? Standing { get; init; }
        public IReadOnlyList<EffectSum> Effects { get; init; } = [];

        /// <summary>The budgets of the actions, each currency for itself.</summary>
        public IReadOnlyList<BudgetSum> Budgets { get; init; } = [];
    }

    /// <param name="Counts">Of the actions that serve it, or use it.</param>
    public sealed record ObjectiveRow(Guid Id, int Number, string Title, string? Description, bool IsLever)
    {
        public IReadOnlyList<LeadRow> Leads { get; init; } = [];
        public ActionCounts Counts { get; init; } = ActionCounts.Of([]);
    }

    /// <summary>What the actions that were not dropped are to bring, of one kind and unit; different units are never added.</summary>
    /// <param name="Kind">As its row is called; two of "something else" are told apart by their unit.</param>
    public sealed record EffectSum(EffectKind Kind, string Unit, decimal Amount, int Actions, int? FirstYear, int? LastYear)
    {
        /// <summary>From when on they are expected.</summary>
        public string Years => FirstYear is null ? "not stated" : Words.Years(FirstYear, LastYear);
    }

    /// <summary>What the budgets of some actions add up to, and how many of them are not known.</summary>
    public sealed record BudgetSum(string Currency, long Cents, int Counted);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToReadAsync(access, request.Code, PlanKind.Ceap, cancellationToken);
            var actions = await db.ActionRowsAsync(db.PlanActions.Where(a => a.PlanId == plan.Id), calendar.Today, cancellationToken);
            var shown = actions.LateFirst().Take(Shown).ToList();
            var ids = shown.ConvertAll(a => a.Id);
            var leads = await db.LeadRowsAsync(db.Leads.Where(l => l.PlanId == plan.Id && (l.ObjectiveId != null || ids.Contains(l.ActionId!.Value))), cancellationToken);
            var objectives = await db.Objectives.Where(o => o.PlanId == plan.Id).OrderBy(o => o.Number).ThenBy(o => o.Id)
                .Select(o => new ObjectiveRow(o.Id, o.Number, o.Title, o.Description, o.IsLever)).ToListAsync(cancellationToken);
            var (of, all) = (leads.ToLookup(l => l.ObjectiveId), objectives
                .ConvertAll(o => o with { Counts = ActionCounts.Of([.. actions.Where(a => o.IsLever ? a.LeverIds.Contains(o.Id) : a.ObjectiveId == o.Id)]) }));
            var book = await statuses.OfTerritoryAsync(plan.TerritoryId, cancellationToken);
            return new Answer(plan, ActionCounts.Of(actions), Of(isLever: false), Of(isLever: true), [.. shown.WithLeads(leads).WithStatuses(book)])
            {
                Standing = book.Show(plan.Id),
                Effects = await EffectsAsync(plan.Id, [.. actions.Where(a => a.Status == ActionStatus.Dropped).Select(a => a.Id)], cancellationToken),
                Budgets = [.. actions.Where(a => a.Budget is not null).GroupBy(a => a.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new BudgetSum(g.Key, g.Sum(a => a.Budget!.Value), g.Count()))],
            };

            List<ObjectiveRow> Of(bool isLever) => [.. all.Where(o => o.IsLever == isLever).Select(o => o with { Leads = [.. of[o.Id]] })];
        }

        /// <summary>Added here and not by the database: one of the two keeps such amounts as text.</summary>
        private async Task<IReadOnlyList<EffectSum>> EffectsAsync(Guid plan, HashSet<Guid> dropped, CancellationToken cancellationToken)
        {
            var effects = await db.Effects.Where(e => e.PlanId == plan && e.ActionId != null).OrderBy(e => e.Id)
                .Select(e => new { e.Kind, e.Unit, e.Amount, Action = e.ActionId!.Value, e.FromYear }).ToListAsync(cancellationToken);
            return [.. effects.Where(e => !dropped.Contains(e.Action)).GroupBy(e => new { e.Kind, e.Unit }).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Unit, StringComparer.Ordinal)
                .Select(g => new EffectSum(g.Key.Kind, g.Key.Unit, g.Sum(e => e.Amount), g.Select(e => e.Action).Distinct().Count(), g.Min(e => e.FromYear), g.Max(e => e.FromYear)))];
        }
    }
}
