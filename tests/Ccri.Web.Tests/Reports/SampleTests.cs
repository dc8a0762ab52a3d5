using System.Globalization;
using System.Text.RegularExpressions;
using Ccri.Web.Demonstration;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Territories;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reports;

/// <summary>The samples in the tree are what is made now: whoever changes a report sees the change in them.</summary>
public sealed partial class SampleTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    private static readonly string Samples = Path.Combine(Tools.Reports, "samples");

    [Fact]
    public async Task The_samples_are_what_the_register_and_the_demonstration_of_their_day_give()
    {
        using (app.Services.GetRequiredService<MovableClock>().At(await DayOfSheetAsync()))
            await ShouldBeAsync("territory-sheet", (await app.SendAsSystemAsync(new RenderTerritorySheets.Query(["helsinki-uusimaa"]))).Single().Pdf);
        await app.SendAsSystemAsync(new FillDemonstration.Command(new DateOnly(2026, 11, 22)));
        await app.MakeAsync("2026-Q3");

        foreach (var (sample, file) in ((string, string)[])
        [
            ("progress-report", "2026-Q3-r1-bergen-progress.pdf"), ("action-plan-report", "2026-Q3-r1-bergen-ceap.pdf"),
            ("investment-plan-report", "2026-Q3-r1-bergen-ceip.pdf"), ("quarter-overview", "2026-Q3-r1-quarter.pdf"),
        ])
        {
            await ShouldBeAsync(sample, (await app.SendAsSystemAsync(new GetFile.Query("2026-Q3", file))).Pdf);
        }
    }

    /// <summary>The sheet is of the register as it is, so it bears the day on which the samples were made.</summary>
    private static async Task<DateTime> DayOfSheetAsync() => DateTime.ParseExact(
        Day().Match(await File.ReadAllTextAsync(Path.Combine(Samples, "territory-sheet.txt"), TestContext.Current.CancellationToken)).Value, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal).AddHours(12);

    private static async Task ShouldBeAsync(string sample, byte[]? made)
    {
        using var pdf = new PdfFile(new RenderedReport(made, null, 0, null, TimeSpan.Zero, null));
        var (code, text) = await Tools.RunInAsync(Tools.Root, null, await pdf.TextAsync(), "sed", "-E", "-f", Path.Combine(Samples, "stable.sed"));
        code.ShouldBe(0);
        text.ShouldNotBeEmpty();
        var kept = await File.ReadAllTextAsync(Path.Combine(Samples, $"{sample}.txt"), TestContext.Current.CancellationToken);
        Gaps().Replace(text, " ").ShouldBe(Gaps().Replace(kept, " "), $"The report is not what reports/samples/{sample}.txt says: run scripts/render-samples and look at the difference.");
    }

    [GeneratedRegex(@"\d{1,2} [A-Z][a-z]{2} 20\d{2}")]
    private static partial Regex Day();

    [GeneratedRegex(" +")]
    private static partial Regex Gaps();
}
