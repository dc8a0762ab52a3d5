using System.Threading.RateLimiting;

namespace Ccri.Web.Security;

/// <summary>Each try of a password costs us a tenth of a second of work, so nobody gets many in a minute.</summary>
public static class RequestLimits
{
    /// <summary>Setting <c>Site:TriesPerMinute</c>: how often somebody at one address may try a password or ask for a link.</summary>
    private const int TriesPerMinute = 30;

    public static IServiceCollection AddRequestLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            HttpMethods.IsPost(context.Request.Method) && context.Request.Path.Value is "/accounts/sign-in" or "/accounts/choose-password" or "/accounts/forgot-password"
                ? RateLimitPartition.GetFixedWindowLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
                {
                    PermitLimit = context.RequestServices.GetRequiredService<IConfiguration>().GetValue("Site:TriesPerMinute", TriesPerMinute),
                    Window = TimeSpan.FromMinutes(1),
                })
                : RateLimitPartition.GetNoLimiter(""));
    });
}
