using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>The plans and solutions of one territory, in a line each: how far they are, and what is late in them.</summary>
public static class GetTerritoryPlans
{
    /// <summary>Podravje counts a dozen solutions; what goes beyond is behind a link.</summary>
    public const int Most = 12;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Slug) : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<PlanRow> Plans, IReadOnlyList<SolutionRow> Solutions, int TotalSolutions);

    /// <param name="Late">Actions that should be done by now.</param>
    public sealed record PlanRow(Guid Id, string Code, PlanKind Kind, string Title, PlanStatus Status, int? ValidFrom, int? ValidTo, int Actions, int Done, int Late, int Projects);

    /// <param name="Late">Milestones that should be reached by now; none of what was stopped or completed.</param>
    public sealed record SolutionRow(Guid Id, string Code, string Title, Phase? Phase, SolutionState State, bool IsSupported, int Late);

    public sealed class Handler(CcriDbContext db, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireReadOfWork(id);
            var today = calendar.Today;
            var plans = await db.Plans.Where(p => p.TerritoryId == id).OrderBy(p => p.Kind).ThenBy(p => p.ValidFrom == null).ThenByDescending(p => p.ValidFrom).ThenBy(p => p.Id)
                .Select(p => new PlanRow(p.Id, p.Code, p.Kind, p.Title, p.Status, p.ValidFrom, p.ValidTo,
                    db.PlanActions.Count(a => a.PlanId == p.Id && a.Status != ActionStatus.Dropped),
                    db.PlanActions.Count(a => a.PlanId == p.Id && a.Status == ActionStatus.Done),
                    db.PlanActions.Count(a => a.PlanId == p.Id && a.Status != ActionStatus.Done && a.Status != ActionStatus.Dropped && a.End < today),
                    db.InvestmentProjects.Count(i => i.PlanId == p.Id))).ToListAsync(cancellationToken);
            var solutions = db.Solutions.Where(s => s.TerritoryId == id);
            var first = await solutions.OrderByDescending(s => s.IsSupported).ThenBy(s => s.SearchTitle).ThenBy(s => s.Id).Take(Most)
                .Select(s => new SolutionRow(s.Id, s.Code, s.Title, s.Phase, s.State, s.IsSupported,
                    s.State == SolutionState.Stopped || s.State == SolutionState.Completed ? 0 : db.Milestones.Count(m => m.SolutionId == s.Id && m.DoneOn == null && m.Due < today))).ToListAsync(cancellationToken);
            return new Answer(plans, first, first.Count < Most ? first.Count : await solutions.CountAsync(cancellationToken));
        }
    }
}
