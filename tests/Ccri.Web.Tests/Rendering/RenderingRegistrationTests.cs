using Ccri.Web.Rendering;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Tests.Rendering;

public sealed class RenderingRegistrationTests
{
    [Fact]
    public async Task The_renderer_reads_its_section_of_the_settings()
    {
        using var services = Services(("Rendering:NodePath", "/nowhere/node"));
        var check = await services.GetRequiredService<TypstRenderer>().CheckAsync(TestContext.Current.CancellationToken);
        check.Sentence.ShouldContain("/nowhere/node");
    }

    [Fact]
    public void A_time_limit_of_nothing_is_refused()
    {
        using var services = Services(("Rendering:TimeoutSeconds", "0"));
        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<TypstRenderer>());
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings) => new ServiceCollection()
        .AddLogging()
        .AddRendering(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build())
        .BuildServiceProvider();
}
