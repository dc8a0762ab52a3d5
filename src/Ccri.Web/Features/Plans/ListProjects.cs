using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>The projects of an investment plan by filter, a page at a time; the most overdue decision first unless another column is chosen.</summary>
public static class ListProjects
{
    public const int PageSize = 50;

    /// <param name="Q">Part of the number, the name or the promoter; accents do not matter.</param>
    /// <param name="Solution">The code of a solution.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, string? Q = null, ProjectStage? Stage = null, string? Sector = null, string? Solution = null, bool HasGap = false,
        SortBy Sort = SortBy.Gate, bool Descending = false, int Page = 1, int Size = PageSize) : IRequest<Answer>;

    public enum SortBy
    {
        Gate,
        Number,
        Name,
        Stage,
        Sector,
        Needed,
        Secured,
        Gap,
    }

    /// <param name="Rows">One page of what was asked for.</param>
    /// <param name="Sectors">That projects of the plan are in, to choose from.</param>
    public sealed record Answer(string Code, string Title, string Territory, string Slug, bool MayEdit, DateOnly Today, IReadOnlyList<ProjectRow> Rows, int Total, int Page, int Projects,
        IReadOnlyList<string> Sectors, IReadOnlyList<SolutionChoice> Solutions);

    public sealed record SolutionChoice(string Code, string Title);

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
            var plan = await (from p in db.Plans.Where(p => p.Code == request.Code && p.Kind == PlanKind.Ceip)
                              join t in db.Territories on p.TerritoryId equals t.Id
                              select new { p.Id, p.Code, p.Title, p.TerritoryId, t.Name, t.Slug }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Investment plan", request.Code);
            access.RequireReadOfWork(plan.TerritoryId);
            var all = await db.ProjectsOf(plan.Id, access.SeesConfidentialAmounts(plan.TerritoryId), cancellationToken);
            var book = await statuses.ReadAsync(db.Territories.Where(t => t.Id == plan.TerritoryId), cancellationToken);
            var matching = Matching(all.WithStatuses(book), request).SortedBy(Key(request.Sort), request.Descending).ToList();
            var page = Math.Min(request.Page, Math.Max(1, (matching.Count + request.Size - 1) / request.Size));
            return new Answer(plan.Code, plan.Title, plan.Name, plan.Slug, access.MayEdit(plan.TerritoryId), calendar.Today, [.. matching.Skip((page - 1) * request.Size).Take(request.Size)],
                matching.Count, page, all.Count, [.. all.Select(p => p.Sector).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
                [.. all.Where(p => p.SolutionCode is not null).Select(p => new SolutionChoice(p.SolutionCode!, p.Solution!)).Distinct().OrderBy(s => s.Title, StringComparer.Ordinal)]);
        }

        private static IEnumerable<ProjectRow> Matching(IEnumerable<ProjectRow> rows, Query request)
        {
            var folded = Folding.ForSearch(request.Q?.Trim() ?? "");
            return rows.Where(row => Folding.ForSearch($"{row.Number} {row.Name} {row.Promoter}").Contains(folded, StringComparison.Ordinal)
                && (request.Stage is null || row.Stage == request.Stage)
                && (string.IsNullOrEmpty(request.Sector) || row.Sector == request.Sector)
                && (string.IsNullOrEmpty(request.Solution) || row.SolutionCode == request.Solution)
                && (!request.HasGap || InvestmentProject.Counts(row.Stage) && row.Funding is { Gap.Cents: > 0 }));
        }

        /// <summary>What is not known comes last either way.</summary>
        private static Func<ProjectRow, object?> Key(SortBy sort) => sort switch
        {
            SortBy.Number => row => PlanNumber.Key(row.Number),
            SortBy.Name => row => Folding.ForSearch(row.Name),
            SortBy.Stage => row => row.Stage,
            SortBy.Sector => row => row.Sector is { } sector ? Folding.ForSearch(sector) : null,
            SortBy.Needed => row => Cents(row.Funding?.Needed),
            SortBy.Secured => row => Cents(row.Funding?.Secured),
            SortBy.Gap => row => Cents(row.Funding?.Gap),
            _ => row => row.Awaited,
        };

        private static long? Cents(Sum? sum) => sum is { IsKnown: true } known ? known.Cents : null;
    }
}
