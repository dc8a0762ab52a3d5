using Ccri.Domain.Accounts;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Documents;

/// <summary>The minutes of a session as PDF.</summary>
public static class RenderMinutes
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(Guid Id) : IRequest<PrintedDocument>;

    public sealed class Handler(IMediator mediator, TypstRenderer renderer) : IRequestHandler<Query, PrintedDocument>
    {
        public async Task<PrintedDocument> Handle(Query request, CancellationToken cancellationToken)
        {
            var minutes = await mediator.Send(new GetMinutes.Query(request.Id), cancellationToken);
            var file = (await renderer.RenderAsync([new RenderJob(minutes.Report, minutes.Facts)], cancellationToken))[0];
            return new PrintedDocument(minutes.FileName, file.Pdf, file.Problem);
        }
    }
}

/// <param name="Problem">Why there is no PDF; a sentence.</param>
public sealed record PrintedDocument(string FileName, byte[]? Pdf, string? Problem);
