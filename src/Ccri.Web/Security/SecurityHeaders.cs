namespace Ccri.Web.Security;

/// <summary>The strict headers that every page runs under; no inline script or style, nothing from another host.</summary>
public static class SecurityHeaders
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var isFont = context.Request.Path.Value!.StartsWith("/lib/inter-", StringComparison.Ordinal);
        context.Response.OnStarting(() => // at the last moment: the exception handler empties the headers before it shows its page
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (isFont) // addresses of fonts stand in the style sheet without a fingerprint; the folder carries the version
                headers.CacheControl = "public, max-age=31536000, immutable";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
