using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The overview of a quarter as blocks, as <see cref="PreviewReport"/>: for those who see all territories.</summary>
public static class PreviewQuarter
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Desk)]
    public sealed record Query(string Code) : IRequest<ReportPreview>;

    public sealed class Handler(CcriDbContext db, Access access, DraftReader drafts, ReportFactsReader facts) : IRequestHandler<Query, ReportPreview>
    {
        public async Task<ReportPreview> Handle(Query request, CancellationToken cancellationToken)
        {
            var period = await db.PeriodHeadAsync(request.Code, cancellationToken);
            if (!access.SeesAllWork && period.Revision == 0)
                throw new NotAllowedException("This period was not frozen yet. The overview is yours to read when it is.");
            if (access.SeesAllWork && !period.IsFrozen)
            {
                var (now, snapshot) = await drafts.QuarterAsync(period, await drafts.ReadAsync(period, db.Territories, cancellationToken), cancellationToken);
                return new ReportPreview(period, ReportKind.Quarter, null, null, PrintableReport.From(QuarterOverview.Of(now)), 0, snapshot);
            }
            var file = await db.IssuedFiles.Where(f => f.PeriodId == period.Id && f.Revision == period.Revision && f.Kind == ReportKind.Quarter)
                .Select(f => new { f.Name, f.SnapshotId, f.Report }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Overview", period.Code);
            var report = file.Report is not null ? ReportJson.Read(file.Report) : QuarterOverview.Of((await facts.ReadQuarterAsync(period, period.Revision, file.SnapshotId, cancellationToken)).Facts);
            return new ReportPreview(period, ReportKind.Quarter, null, null, PrintableReport.From(report), period.Revision, []) { IssuedName = file.Name };
        }
    }
}
