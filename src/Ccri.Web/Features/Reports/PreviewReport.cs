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

/// <summary>
/// A document of one territory as blocks: of a frozen period those that were issued, else what it would say now. Who does not see the live
/// work, such as the desk, is shown the last frozen revision while the period is open.
/// </summary>
public static class PreviewReport
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Code, string Slug, ReportKind Kind) : IRequest<ReportPreview>;

    public sealed class Handler(CcriDbContext db, Access access, DraftReader drafts, ReportFactsReader facts) : IRequestHandler<Query, ReportPreview>
    {
        public async Task<ReportPreview> Handle(Query request, CancellationToken cancellationToken)
        {
            var period = await db.PeriodHeadAsync(request.Code, cancellationToken);
            var territory = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => new { t.Id, t.Slug, t.Name }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireRead(territory.Id);
            var mine = db.Territories.Where(t => t.Id == territory.Id);
            if (!period.IsFrozen && (period.Revision == 0 || await access.WithVisibleWork(mine).AnyAsync(cancellationToken)))
            {
                access.RequireReadOfWork(territory.Id);
                var draft = (await drafts.ReadAsync(period, mine, cancellationToken)).SingleOrDefault();
                if (draft is null || !draft.Has(request.Kind))
                    throw NotThere(request);
                return new ReportPreview(period, request.Kind, territory.Slug, territory.Name, PrintableReport.From(ReportDocuments.Of(request.Kind, draft.Facts)), 0, draft.Snapshot)
                {
                    Kinds = [.. Enum.GetValues<ReportKind>().Where(draft.Has)],
                };
            }
            var files = await db.IssuedFiles.Where(f => f.PeriodId == period.Id && f.Revision == period.Revision && f.TerritoryId == territory.Id).Select(f => new { f.Id, f.Kind, f.Name }).ToListAsync(cancellationToken);
            var file = files.Find(f => f.Kind == request.Kind) ?? throw NotThere(request);
            var kept = await db.IssuedFiles.Where(f => f.Id == file.Id).Select(f => f.Report).SingleAsync(cancellationToken);
            var report = kept is not null ? ReportJson.Read(kept) : ReportDocuments.Of(request.Kind, (await facts.ReadAsync(period, period.Revision, [territory.Id], cancellationToken)).Of(territory.Id));
            return new ReportPreview(period, request.Kind, territory.Slug, territory.Name, PrintableReport.From(report), period.Revision, [])
            {
                IssuedName = file.Name,
                Kinds = [.. files.Select(f => f.Kind).Order()],
            };
        }

        private static NotFoundException NotThere(Query request) => new("Report", $"{request.Code}, {request.Slug}, {request.Kind}");
    }
}
