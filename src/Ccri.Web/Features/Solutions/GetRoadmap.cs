using Ccri.Domain.Accounts;
using Ccri.Domain.Solutions;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Solutions;

/// <summary>The roadmap of a solution: its milestones, a page at a time, and the versions that were kept.</summary>
public static class GetRoadmap
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(string Code, int Page = 1) : IRequest<Answer>;

    public sealed record Answer(Guid Id, string Code, string Title, Guid TerritoryId, string Territory, string Slug, MilestoneRows Milestones, IReadOnlyList<VersionRow> Versions, ShownStatus? Status);

    public sealed record VersionRow(int Number, DateOnly AgreedOn, string? Note);

    public sealed class Handler(CcriDbContext db, Access access, StatusReader statuses, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var solution = await (from s in db.Solutions.Where(s => s.Code == request.Code)
                                  join t in db.Territories on s.TerritoryId equals t.Id
                                  select new { s.Id, s.Code, s.Title, s.TerritoryId, Territory = t.Name, t.Slug, IsOver = s.State == SolutionState.Stopped || s.State == SolutionState.Completed }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Solution", request.Code);
            access.RequireReadOfWork(solution.TerritoryId);
            var rows = await MilestoneRows.ReadAsync(db, db.Milestones.Where(m => m.SolutionId == solution.Id), request.Page, calendar.Today, access.MayEdit(solution.TerritoryId), solution.IsOver, cancellationToken);
            var book = await statuses.OfTerritoryAsync(solution.TerritoryId, cancellationToken);
            var versions = await db.RoadmapVersions.Where(v => v.SolutionId == solution.Id).OrderByDescending(v => v.Number).Select(v => new VersionRow(v.Number, v.AgreedOn, v.Note)).ToListAsync(cancellationToken);
            return new Answer(solution.Id, solution.Code, solution.Title, solution.TerritoryId, solution.Territory, solution.Slug, rows.With(book), versions, book.Show(solution.Id));
        }
    }
}
