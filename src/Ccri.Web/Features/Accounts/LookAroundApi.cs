using Ccri.Domain.Accounts;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Ccri.Web.Features.Accounts;

public static class LookAroundApi
{
    /// <summary>Mapped in a demonstration only.</summary>
    public static void MapLookAround(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/accounts/look-around", async ([FromForm] Role role, IMediator mediator) =>
        {
            await mediator.Send(new LookAround.Command(role));
            return Results.LocalRedirect("/");
        }).AllowAnonymous();
}
