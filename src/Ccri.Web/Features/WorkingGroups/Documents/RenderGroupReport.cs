using Ccri.Domain.Accounts;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>The report of a working group as PDF.</summary>
public static class RenderGroupReport
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<PrintedDocument>;

    public sealed class Handler(IMediator mediator, TypstRenderer renderer) : IRequestHandler<Query, PrintedDocument>
    {
        public async Task<PrintedDocument> Handle(Query request, CancellationToken cancellationToken)
        {
            var report = await mediator.Send(new GetGroupReport.Query(request.Code), cancellationToken);
            var file = (await renderer.RenderAsync([new RenderJob(report.Report, report.Facts)], cancellationToken))[0];
            return new PrintedDocument(report.FileName, file.Pdf, file.Problem);
        }
    }
}
