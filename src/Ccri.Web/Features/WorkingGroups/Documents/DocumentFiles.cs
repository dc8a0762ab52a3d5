using Ccri.Web.Errors;
using MediatR;

namespace Ccri.Web.Features.WorkingGroups.Documents;

public static class DocumentFiles
{
    public static void MapGroupDocuments(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/working-groups/sessions/{id:guid}/minutes.pdf", async (Guid id, IMediator mediator, CancellationToken cancellationToken) =>
            File(await mediator.Send(new RenderMinutes.Query(id), cancellationToken)));
        routes.MapGet("/working-groups/{code}/report.pdf", async (string code, IMediator mediator, CancellationToken cancellationToken) =>
            File(await mediator.Send(new RenderGroupReport.Query(code), cancellationToken)));
    }

    private static IResult File(PrintedDocument document) =>
        document.Pdf is { } pdf ? Results.File(pdf, "application/pdf", document.FileName) : throw new NotWorkingException(document.Problem!);
}
