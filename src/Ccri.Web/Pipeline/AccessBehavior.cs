using System.Reflection;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Pipeline;

/// <summary>Lets a message through when its <see cref="AllowAttribute"/> names a role of the user; one without the attribute is never let through.</summary>
public sealed class AccessBehavior<TRequest, TResponse>(CurrentUser user) : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse>
{
    private static readonly AllowAttribute? Allow = typeof(TRequest).GetCustomAttribute<AllowAttribute>();

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Allow is null)
            throw new InvalidOperationException($"{typeof(TRequest)} does not say who may send it. Add [Allow(…)] to it.");
        if (Allow.Everybody || user.IsSystem)
            return next();
        if (!user.IsSignedIn)
            throw new NotSignedInException();
        if (!user.Has(Allow.Roles))
            throw new NotAllowedException("Your role does not include this. A coordinator of the support office can give it to you.");
        return next();
    }
}
