using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>The actions of a plan by filter, a page at a time; the late ones first unless another column is chosen.</summary>
public static class ListActions
{
    public const int PageSize = 50;

    /// <param name="Rag">How it stands, by rule or by a person.</param>
    /// <param name="Q">Part of the number or the title, or of the name of a lead; accents do not matter.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, string? Q = null, Guid? Objective = null, Guid? Lever = null, ActionStatus? Status = null, Guid? Solution = null, Rag? Rag = null, bool LateOnly = false,
        SortBy Sort = SortBy.Late, bool Descending = false, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Late,
        Number,
        Title,
        Objective,
        Leads,
        Start,
        End,
        Budget,
        Status,
    }

    /// <param name="Counts">Of all actions of the plan, whatever the filter.</param>
    public sealed record Answer(PlanHead Plan, ActionCounts Counts, IReadOnlyList<ActionRow> Rows, int Total, int Page, int Size)
    {
        public IReadOnlyList<Choice> Objectives { get; init; } = [];
        public IReadOnlyList<Choice> Levers { get; init; } = [];
        public IReadOnlyList<Choice> Solutions { get; init; } = [];
    }

    /// <param name="Count">Of actions.</param>
    public sealed record Choice(Guid Id, string Name, int Count);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Q).MaximumLength(300).WithMessage("Search for at most 300 characters.");
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, 10_000).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.PlanToReadAsync(access, request.Code, PlanKind.Ceap, cancellationToken);
            var leads = await db.LeadRowsAsync(db.Leads.Where(l => l.PlanId == plan.Id && l.ActionId != null), cancellationToken);
            var all = (await db.ActionRowsAsync(db.PlanActions.Where(a => a.PlanId == plan.Id), calendar.Today, cancellationToken)).WithLeads(leads)
                .WithStatuses(await statuses.ReadAsync(db.Territories.Where(t => t.Id == plan.TerritoryId), cancellationToken)).ToList();
            var objectives = await db.Objectives.Where(o => o.PlanId == plan.Id).OrderBy(o => o.Number).ThenBy(o => o.Id).Select(o => new { o.Id, o.Title, o.Number, o.IsLever }).ToListAsync(cancellationToken);
            var used = all.Select(a => a.SolutionId).OfType<Guid>().Distinct().ToList();
            var solutions = await db.Solutions.Where(s => used.Contains(s.Id)).OrderBy(s => s.SearchTitle).ThenBy(s => s.Id).Select(s => new { s.Id, s.Title }).ToListAsync(cancellationToken);

            var matching = Sorted(Matching(all, request), request).ToList();
            var page = Math.Min(request.Page, Math.Max(1, (matching.Count + request.Size - 1) / request.Size));
            return new Answer(plan, ActionCounts.Of(all), [.. matching.Skip((page - 1) * request.Size).Take(request.Size)], matching.Count, page, request.Size)
            {
                Objectives = [.. objectives.Where(o => !o.IsLever).Select(o => new Choice(o.Id, $"{o.Number} {o.Title}", all.Count(a => a.ObjectiveId == o.Id)))],
                Levers = [.. objectives.Where(o => o.IsLever).Select(o => new Choice(o.Id, $"{o.Number} {o.Title}", all.Count(a => a.LeverIds.Contains(o.Id))))],
                Solutions = [.. solutions.Select(s => new Choice(s.Id, s.Title, all.Count(a => a.SolutionId == s.Id)))],
            };
        }

        private static IEnumerable<ActionRow> Matching(IEnumerable<ActionRow> actions, Query request)
        {
            var folded = Folding.ForSearch(request.Q?.Trim() ?? "");
            return actions.Where(a =>
                (folded.Length == 0 || Folding.ForSearch($"{a.Number} {a.Title}").Contains(folded, StringComparison.Ordinal) || a.Leads.Any(l => Folding.ForSearch(l.Name).Contains(folded, StringComparison.Ordinal)))
                && (request.Objective is not { } objective || a.ObjectiveId == objective)
                && (request.Lever is not { } lever || a.LeverIds.Contains(lever))
                && (request.Status is not { } status || a.Status == status)
                && (request.Solution is not { } solution || a.SolutionId == solution)
                && (request.Rag is not { } rag || a.Rag == rag)
                && (!request.LateOnly || a.DaysLate > 0));
        }

        private static IEnumerable<ActionRow> Sorted(IEnumerable<ActionRow> actions, Query request) =>
            request.Sort == SortBy.Late ? request.Descending ? actions.LateFirst().Reverse() : actions.LateFirst() : actions.SortedBy(ActionColumns.Of(request.Sort).Order!, request.Descending);
    }
}
