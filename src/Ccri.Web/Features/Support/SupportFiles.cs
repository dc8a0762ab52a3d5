using MediatR;

namespace Ccri.Web.Features.Support;

public static class SupportFiles
{
    public static void MapSupportFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/support/{id:guid}/files/{file:guid}", async (Guid id, Guid file, IMediator mediator, CancellationToken cancellationToken) =>
            (await mediator.Send(new GetFile.Query(id, file), cancellationToken)).ToResult());
}
