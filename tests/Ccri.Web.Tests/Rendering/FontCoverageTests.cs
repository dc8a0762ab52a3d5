namespace Ccri.Web.Tests.Rendering;

public sealed class FontCoverageTests
{
    [Fact]
    public async Task The_list_of_covered_characters_is_that_of_the_installed_fonts()
    {
        var made = await Tools.RunAsync("node", Path.Combine(Tools.Reports, "coverage.mjs"));
        var kept = await File.ReadAllTextAsync(Path.Combine(Tools.Root, "src/Ccri.Web/Rendering/font-coverage.txt"), TestContext.Current.CancellationToken);
        kept.ShouldBe(made, "run: node reports/coverage.mjs > src/Ccri.Web/Rendering/font-coverage.txt");
    }
}
