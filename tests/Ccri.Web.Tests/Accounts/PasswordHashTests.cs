using Ccri.Web.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Tests.Accounts;

public sealed class PasswordHashTests
{
    [Fact]
    public void A_password_is_hashed_210_000_times_or_more_outside_of_the_tests()
    {
        var services = new ServiceCollection();
        services.AddSignIn(isSecure: true, TimeSpan.FromHours(1));
        using var provider = services.BuildServiceProvider();

        provider.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount.ShouldBeGreaterThanOrEqualTo(210_000);
    }
}
