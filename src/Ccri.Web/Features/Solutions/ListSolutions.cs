using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Domain.Statuses;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>Solutions of the cohort by filter, a page at a time; by default the one whose next milestone is latest comes first.</summary>
public static class ListSolutions
{
    public const int PageSize = 50;

    /// <param name="Q">Part of the title or of the territory's name; accents do not matter.</param>
    /// <param name="Territory">A territory's address.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string? Q = null, string? Territory = null, string? Tier = null, Phase? Phase = null, SolutionState? State = null, bool? IsSupported = null, Rag? Status = null,
        SortBy Sort = SortBy.Next, bool Descending = false, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Name,
        Territory,
        Status,
        Tier,
        Phase,
        State,
        Supported,
        Criteria,
        Next,
        Late,
    }

    public sealed record Answer(IReadOnlyList<Row> Rows, int Total, int Page, int Size, DateOnly Today, IReadOnlyList<Choice> Tiers, IReadOnlyList<Choice> Territories);

    public sealed record Choice(string Value, string Name);

    public sealed record Row(Guid Id, string Code, string Title, string Territory, string Slug, Phase? Phase, SolutionState State, bool IsSupported)
    {
        /// <summary>Empty when it was stopped.</summary>
        public Rag? Status { get; init; }
        public string? Tier { get; init; }

        /// <summary>Of 30; empty while no criterion is assessed.</summary>
        public int? Criteria { get; init; }

        /// <summary>The milestone that is due first of those that are not done.</summary>
        public string? Next { get; init; }
        public DateOnly? Due { get; init; }

        /// <summary>How many milestones are late.</summary>
        public int Late { get; init; }
    }

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.Q).MaximumLength(300).WithMessage("Search for at most 300 characters.");
            RuleFor(q => q.Page).GreaterThanOrEqualTo(1).WithMessage("Pages are counted from 1.");
            RuleFor(q => q.Size).InclusiveBetween(1, CsvFile.MostRows).WithMessage("Ask for 1 to 10,000 rows.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var visible = access.Visible(db.Solutions);
            // To filter or to sort by them the statuses of all are needed, otherwise those of the page.
            var all = request.Status is not null || request.Sort == SortBy.Status ? await statuses.ReadAsync(access.WithVisibleWork(db.Territories), cancellationToken) : null;
            var matching = Matching(visible, request, all);
            var total = await matching.CountAsync(cancellationToken);
            var page = Math.Min(request.Page, Math.Max(1, (total + request.Size - 1) / request.Size));
            var rows = await Page(matching, request, all, (page - 1) * request.Size, cancellationToken);
            if (all is null)
            {
                var slugs = rows.Select(r => r.Slug).Distinct().ToList();
                rows = Judged(rows, await statuses.ReadAsync(db.Territories.Where(t => slugs.Contains(t.Slug)), cancellationToken));
            }
            var tiers = await db.Tiers.OrderBy(t => t.Capacity).ThenBy(t => t.Code).Select(t => new Choice(t.Code, t.Plural)).ToListAsync(cancellationToken);
            var territories = await db.Territories.Where(t => visible.Any(s => s.TerritoryId == t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new Choice(t.Slug, t.Name)).ToListAsync(cancellationToken);
            return new Answer(rows, total, page, request.Size, calendar.Today, tiers, territories);
        }

        private static IReadOnlyList<Row> Judged(IEnumerable<Row> rows, StatusBook? book) => [.. rows.Select(r => r with { Status = book?.Of(r.Id)?.Status })];

        private IQueryable<Solution> Matching(IQueryable<Solution> solutions, Query request, StatusBook? all)
        {
            var participations = db.Participations.HeldOn(calendar.Today);
            if (!string.IsNullOrWhiteSpace(request.Q))
            {
                var folded = Folding.ForSearch(request.Q.Trim());
                solutions = solutions.Where(s => s.SearchTitle.Contains(folded) || db.Territories.Any(t => t.Id == s.TerritoryId && t.SearchName.Contains(folded)));
            }
            if (!string.IsNullOrEmpty(request.Territory))
                solutions = solutions.Where(s => db.Territories.Any(t => t.Id == s.TerritoryId && t.Slug == request.Territory));
            if (!string.IsNullOrEmpty(request.Tier))
                solutions = solutions.Where(s => participations.Any(p => p.TerritoryId == s.TerritoryId && db.Tiers.Any(t => t.Id == p.TierId && t.Code == request.Tier)));
            if (request.Phase is { } phase)
                solutions = solutions.Where(s => s.Phase == phase);
            if (request.State is { } state)
                solutions = solutions.Where(s => s.State == state);
            if (request.IsSupported is { } supported)
                solutions = solutions.Where(s => s.IsSupported == supported);
            if (request.Status is { } status)
            {
                var standing = all!.Territories.SelectMany(t => t.Parts).Where(p => p.Of.Kind == StatusKind.Solution && p.Status == status).Select(p => p.Of.Id).ToList();
                solutions = solutions.Where(s => standing.Contains(s.Id));
            }
            return solutions;
        }

        /// <summary>By title and by the next milestone the database sorts; by anything else the finished rows do, and equal ones stay in the order of their titles.</summary>
        private async Task<IReadOnlyList<Row>> Page(IQueryable<Solution> matching, Query request, StatusBook? all, int before, CancellationToken cancellationToken)
        {
            var byName = matching.OrderBy(s => s.SearchTitle).ThenBy(s => s.Id);
            if (SolutionColumns.Of(request.Sort).Order is { } key)
                return [.. Judged(await Rows(byName).ToListAsync(cancellationToken), all).SortedBy(key, request.Descending).Skip(before).Take(request.Size)];
            if (request.Sort == SortBy.Name)
                return Judged(await Rows((request.Descending ? matching.OrderByDescending(s => s.SearchTitle).ThenBy(s => s.Id) : byName).Skip(before).Take(request.Size)).ToListAsync(cancellationToken), all);
            var open = db.OpenMilestones();
            var known = matching.OrderBy(s => !open.Any(m => m.SolutionId == s.Id));
            var sorted = request.Descending ? known.ThenByDescending(s => open.Where(m => m.SolutionId == s.Id).Min(m => (DateOnly?)m.Due)) : known.ThenBy(s => open.Where(m => m.SolutionId == s.Id).Min(m => (DateOnly?)m.Due));
            return Judged(await Rows(sorted.ThenBy(s => s.SearchTitle).ThenBy(s => s.Id).Skip(before).Take(request.Size)).ToListAsync(cancellationToken), all);
        }

        private IQueryable<Row> Rows(IQueryable<Solution> solutions)
        {
            var (today, participations, open) = (calendar.Today, db.Participations.HeldOn(calendar.Today), db.OpenMilestones());
            return solutions.Select(s => new Row(s.Id, s.Code, s.Title, db.Territories.Where(t => t.Id == s.TerritoryId).Select(t => t.Name).First(),
                db.Territories.Where(t => t.Id == s.TerritoryId).Select(t => t.Slug).First(), s.Phase, s.State, s.IsSupported)
            {
                Tier = participations.Where(p => p.TerritoryId == s.TerritoryId).OrderBy(p => p.Id).Select(p => db.Tiers.Where(t => t.Id == p.TierId).Select(t => t.Name).FirstOrDefault()).FirstOrDefault(),
                Criteria = db.CriterionScores.Where(c => c.SolutionId == s.Id).Any() ? db.CriterionScores.Where(c => c.SolutionId == s.Id).Sum(c => c.Score) : null,
                Next = open.Where(m => m.SolutionId == s.Id).OrderBy(m => m.Due).ThenBy(m => m.Id).Select(m => m.Title).FirstOrDefault(),
                Due = open.Where(m => m.SolutionId == s.Id).Min(m => (DateOnly?)m.Due),
                Late = open.Count(m => m.SolutionId == s.Id && m.Due < today),
            });
        }
    }
}
