using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Territories;

/// <summary>The progress reports of one territory that were issued, the newest first: what was frozen, so the desk sees it, too.</summary>
public static class GetIssuedReports
{
    public const int Newest = 8;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Slug) : IRequest<IReadOnlyList<Row>>;

    /// <param name="Code">Of the period.</param>
    /// <param name="Period">Its name.</param>
    public sealed record Row(string Code, string Period, int Revision, string File, int Pages);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, IReadOnlyList<Row>>
    {
        public async Task<IReadOnlyList<Row>> Handle(Query request, CancellationToken cancellationToken)
        {
            var id = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireRead(id);
            return await (from file in db.IssuedFiles.Where(f => f.TerritoryId == id && f.Kind == ReportKind.Progress && f.State == FileState.Made)
                          join period in db.ReportingPeriods on file.PeriodId equals period.Id
                          orderby period.To descending, file.Revision descending, file.Id
                          select new Row(period.Code, period.Name, file.Revision, file.Name, file.Pages)).Take(Newest).ToListAsync(cancellationToken);
        }
    }
}
