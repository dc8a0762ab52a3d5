using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Reports;

/// <summary>A document as PDF: of a frozen period the issued file, else a draft that says so on each page.</summary>
public static class DraftPdf
{
    /// <param name="Slug">Empty for the overview of the quarter.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Code, string? Slug, ReportKind Kind) : IRequest<Answer>;

    /// <param name="Problem">Why there is no PDF, in a sentence.</param>
    public sealed record Answer(string Name, byte[]? Pdf, string? Problem);

    public sealed class Handler(IMediator mediator, TypstRenderer renderer) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var preview = request.Slug is { } slug
                ? await mediator.Send(new PreviewReport.Query(request.Code, slug, request.Kind), cancellationToken)
                : await mediator.Send(new PreviewQuarter.Query(request.Code), cancellationToken);
            if (!preview.IsDraft)
                return new Answer(preview.FileName, (await mediator.Send(new GetFile.Query(request.Code, preview.FileName), cancellationToken)).Pdf, null);
            var rendered = await renderer.RenderAsync(new RenderJob(preview.Report, preview.Snapshot), cancellationToken);
            return new Answer(preview.FileName, rendered.Pdf, rendered.Problem);
        }
    }
}
