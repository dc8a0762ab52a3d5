using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Drafts of an open period as PDF, many at once.</summary>
public static class RenderDrafts
{
    /// <summary>Only the command line sends it.</summary>
    /// <param name="Slug">Empty: of every territory that reports, and with <see cref="ReportKind.Quarter"/> the overview.</param>
    /// <param name="Progress">Is told how many are made, and of how many.</param>
    [Allow]
    public sealed record Query(string Code, IReadOnlyList<ReportKind> Kinds, string? Slug, Action<int, int>? Progress = null) : IRequest<IReadOnlyList<DraftPdf.Answer>>;

    public sealed class Handler(CcriDbContext db, DraftReader reader, TypstRenderer renderer) : IRequestHandler<Query, IReadOnlyList<DraftPdf.Answer>>
    {
        public async Task<IReadOnlyList<DraftPdf.Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var period = await db.PeriodHeadAsync(request.Code, cancellationToken);
            if (request.Slug is { } slug && !await db.Territories.AnyAsync(t => t.Slug == slug, cancellationToken))
                throw new NotFoundException("Territory", slug);
            var drafts = await reader.ReadAsync(period, db.Territories.Where(t => request.Slug == null || t.Slug == request.Slug), cancellationToken);
            var wanted = (from draft in drafts from kind in request.Kinds where draft.Has(kind) select new Wanted(kind, draft.Slug, () => new(PrintableReport.From(ReportDocuments.Of(kind, draft.Facts)), draft.Snapshot))).ToList();
            if (request.Slug is null && request.Kinds.Contains(ReportKind.Quarter))
            {
                var (facts, snapshot) = await reader.QuarterAsync(period, drafts, cancellationToken);
                wanted.Add(new Wanted(ReportKind.Quarter, null, () => new(PrintableReport.From(QuarterOverview.Of(facts)), snapshot)));
            }
            var made = new List<DraftPdf.Answer>();
            await foreach (var (one, job, file) in renderer.RenderEachAsync(wanted, one => one.Compose(), cancellationToken))
            {
                made.Add(new DraftPdf.Answer(one.NameIn(period), file.Pdf, file.Problem));
                request.Progress?.Invoke(made.Count, wanted.Count);
            }
            return [.. made.OrderBy(m => m.Name, StringComparer.Ordinal)];
        }

        private sealed record Wanted(ReportKind Kind, string? Slug, Func<RenderJob> Compose)
        {
            public string NameIn(PeriodHead period) => ReportPreview.DraftName(period.Code, Kind, Slug);
        }
    }
}
