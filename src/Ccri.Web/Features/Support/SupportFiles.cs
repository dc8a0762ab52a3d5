using Ccri.Domain.Files;
using MediatR;

namespace Ccri.Web.Features.Support;

public static class SupportFiles
{
    /// <summary>Always to be saved and never to be shown: what somebody sent must not run as a part of this site, and no browser guesses what it is (nosniff, as everywhere).</summary>
    public static void MapSupportFiles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/support/{id:guid}/files/{file:guid}", async (Guid id, Guid file, IMediator mediator, CancellationToken cancellationToken) =>
        {
            var found = await mediator.Send(new GetFile.Query(id, file), cancellationToken);
            return Results.File(found.Bytes, FileKinds.Of(found.Kind).MediaType, found.Name); // with a name it is an attachment
        });
}
