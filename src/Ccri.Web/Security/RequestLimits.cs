using System.Threading.RateLimiting;

namespace Ccri.Web.Security;

/// <summary>Each try of a password costs us a tenth of a second of work, so nobody gets many in a minute.</summary>
public static class RequestLimits
{
    /// <summary>Setting <c>Site:TriesPerMinute</c>: how often somebody at one address may try a password or ask for a link.</summary>
    private const int TriesPerMinute = 30;

    /// <summary>Whatever case a path is written in, it is the same page.</summary>
    private static readonly HashSet<string> Limited = new(StringComparer.OrdinalIgnoreCase)
    {
        "/accounts/sign-in", "/accounts/second-factor", "/accounts/choose-password", "/accounts/forgot-password",
        "/accounts/confirm-address", "/accounts/me/address", "/accounts/me/second-factor",
    };

    public static IServiceCollection AddRequestLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method) && Limited.Contains(context.Request.Path.Value?.TrimEnd('/') ?? "")
                ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = context.RequestServices.GetRequiredService<IConfiguration>().GetValue("Site:TriesPerMinute", TriesPerMinute),
                    Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetNoLimiter(""));
    });
}
