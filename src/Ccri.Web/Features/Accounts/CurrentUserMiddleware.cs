using System.Security.Claims;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

namespace Ccri.Web.Features.Accounts;

/// <summary>Turns the cookie into the <see cref="CurrentUser"/> of this request. A cookie of somebody who may no longer sign in is taken away;
/// who needs a second factor and has none gets to the page where it is set, and no further.</summary>
public sealed class CurrentUserMiddleware(RequestDelegate next)
{
    private const string SetUpPage = "/accounts/me/second-factor";

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
                if (person.LacksSecondFactor && !IsOpen(context))
                {
                    Stop(context, user);
                    return;
                }
            }
            else
            {
                await context.SignOutAsync(IdentityConstants.ApplicationScheme);
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
        }
        await next(context);
    }

    /// <summary>The page to set it, and what anybody may see: help, signing out.</summary>
    private static bool IsOpen(HttpContext context) => context.Request.Path.Equals(SetUpPage, StringComparison.OrdinalIgnoreCase)
        || context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static void Stop(HttpContext context, CurrentUser user)
    {
        if (user.Door == Door.Api)
            throw new NotAllowedException("Your role needs a second factor. Sign in on the site and set it there.");
        context.Response.Redirect(context.Request.PathBase + SetUpPage);
    }
}
