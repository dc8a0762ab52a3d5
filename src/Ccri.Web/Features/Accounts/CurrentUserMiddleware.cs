using System.Security.Claims;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace Ccri.Web.Features.Accounts;

/// <summary>Turns the cookie into the <see cref="CurrentUser"/> of this request. A cookie of somebody who may no longer sign in is taken away.</summary>
public sealed class CurrentUserMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context, CurrentUser user, IMediator mediator)
    {
        if (context.Request.Path.StartsWithSegments("/api"))
            user.ComeThrough(Door.Api);
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            await next(context); // a style sheet is the same for everybody
            return;
        }
        if (Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            if (await mediator.Send(new FindSignedInPerson.Query(id), context.RequestAborted) is { } person)
            {
                user.ActAs(person.Id, person.Name, person.Roles, user.Door);
            }
            else
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }
        await next(context);
    }
}
