using Ccri.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Ccri.Web.Security;

/// <summary>Identity for credentials only: names, roles and scopes are ours.</summary>
public static class SignInRegistration
{
    /// <summary>How long a password that was right counts while the second factor is awaited.</summary>
    private static readonly TimeSpan BetweenTheSteps = TimeSpan.FromMinutes(5);

    /// <param name="isSecure">The site is reached by https, though a proxy may end that before us: cookies never travel without it.</param>
    public static IServiceCollection AddSignIn(this IServiceCollection services, bool isSecure, TimeSpan tokenLifespan)
    {
        services.AddScoped<CurrentUser>();
        services.AddScoped<Access>();
        services.AddScoped<GroupAccess>();
        services.AddIdentityCore<Account>(options =>
            {
                options.Password.RequiredLength = 12; // length is what protects; no rules about kinds of characters
                options.Password.RequireDigit = options.Password.RequireLowercase = options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
                options.Password.RequiredUniqueChars = 4;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
            })
            .AddSignInManager()
            .AddDefaultTokenProviders();
        // One save for an invitation: the person, the account and the mail go in together.
        services.AddScoped<IUserStore<Account>>(provider =>
            new UserOnlyStore<Account, CcriDbContext, Guid>(provider.GetRequiredService<CcriDbContext>(), provider.GetService<IdentityErrorDescriber>()) { AutoSaveChanges = false });
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services.Configure<DataProtectionTokenProviderOptions>(options => options.TokenLifespan = tokenLifespan);

        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1)); // a new password ends every other session

        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/accounts/sign-in";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.Cookie.Name = "ccri";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, options =>
        {
            options.ExpireTimeSpan = BetweenTheSteps;
            options.SlidingExpiration = false; // the time to type a code, whatever is tried in it
            options.Cookie.Name = "ccri-second";
            options.Cookie.SecurePolicy = isSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddOptions<SecondFactorOptions>().Configure<IConfiguration>((options, configuration) => options.RequiredFor = SecondFactorOptions.Read(configuration))
            .ValidateDataAnnotations().ValidateOnStart();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    /// <summary>The API and refusals get their status; a person who is not signed in gets the page to do so.</summary>
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        var request = context.Request;
        if (status != StatusCodes.Status401Unauthorized || request.Path.StartsWithSegments("/api") || request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = status;
        }
        else if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect; // the browser sends the form once more, so that nothing typed is lost
            context.Response.Headers.Location = $"{request.PathBase}/accounts/hold{new Uri(context.RedirectUri).Query}";
        }
        else
        {
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery); // never with the host of the request, which anybody can forge
        }
        return Task.CompletedTask;
    }
}
