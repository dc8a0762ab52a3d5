using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>What stands in an investment plan: its projects by stage, what they need, what is secured and what is missing.</summary>
public static class GetInvestmentPlan
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code) : IRequest<Answer>;

    /// <param name="Rows">Every project; the one whose next decision is most overdue first.</param>
    public sealed record Answer(string Code, bool MayEdit, DateOnly Today, IReadOnlyList<ProjectRow> Rows)
    {
        /// <summary>Of the plan.</summary>
        public ShownStatus? Standing { get; init; }

        /// <summary>The projects that the sums are of: not stopped, and not confidential for who asks.</summary>
        public IReadOnlyList<ProjectRow> Counted { get; } = [.. Rows.Where(row => InvestmentProject.Counts(row.Stage) && !row.IsWithheld)];

        public Funding Total => Funding.Of(Counted.Select(row => row.Money));

        public Coverage Cover => Funding.Cover(Counted.Select(row => row.Money));

        public int Stopped => Rows.Count(row => !InvestmentProject.Counts(row.Stage));

        /// <summary>Confidential ones, which are left out of the sums for who asks.</summary>
        public int Withheld => Rows.Count(row => InvestmentProject.Counts(row.Stage) && row.IsWithheld);
    }

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var plan = await db.Plans.Where(p => p.Code == request.Code && p.Kind == PlanKind.Ceip).Select(p => new { p.Id, p.TerritoryId }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Investment plan", request.Code);
            access.RequireReadOfWork(plan.TerritoryId);
            var rows = await db.ProjectsOf(plan.Id, access.SeesConfidentialAmounts(plan.TerritoryId), cancellationToken);
            var book = await statuses.OfTerritoryAsync(plan.TerritoryId, cancellationToken);
            return new Answer(request.Code, access.MayEdit(plan.TerritoryId), calendar.Today, [.. rows.WithStatuses(book).SortedBy(row => row.Awaited, descending: false)]) { Standing = book.Show(plan.Id) };
        }
    }
}
