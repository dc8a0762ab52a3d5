using System.Text.RegularExpressions;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Territories;
using Ccri.Web.Features.WorkingGroups.Documents;
using Ccri.Web.Features.WorkingGroups.Sessions;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;

namespace Ccri.Web.Tests.Reports;

/// <summary>The samples in the tree are what is made now: whoever changes a report sees the change in them.</summary>
public sealed partial class SampleTests(SqliteApp loaded, FilledSqliteApp app) : IClassFixture<SqliteApp>, IClassFixture<FilledSqliteApp>
{
    private static readonly string Samples = Path.Combine(Tools.Reports, "samples");

    [Fact]
    public async Task The_samples_are_what_the_register_and_the_demonstration_of_their_day_give()
    {
        await ShouldBeAsync("territory-sheet", (await loaded.SendAsSystemAsync(new RenderTerritorySheets.Query(["helsinki-uusimaa"]))).Single().Pdf, WithoutItsDay);
        await app.MakeAsync("2026-Q3");

        foreach (var (sample, file) in ((string, string)[])
        [
            ("progress-report", "2026-Q3-r1-bergen-progress.pdf"), ("action-plan-report", "2026-Q3-r1-bergen-ceap.pdf"),
            ("investment-plan-report", "2026-Q3-r1-bergen-ceip.pdf"), ("quarter-overview", "2026-Q3-r1-quarter.pdf"),
        ])
        {
            await ShouldBeAsync(sample, (await app.SendAsSystemAsync(new GetFile.Query("2026-Q3", file))).Pdf);
        }
        var session = (await app.SendAsSystemAsync(new ListSessions.Query(Group: "TWG-C"))).Rows.Single(row => row.Time.On == new DateOnly(2026, 10, 15));
        await ShouldBeAsync("minutes", (await app.SendAsSystemAsync(new RenderMinutes.Query(session.Id))).Pdf);
        await ShouldBeAsync("working-group-report", (await app.SendAsSystemAsync(new RenderGroupReport.Query("TWG-C"))).Pdf, WithoutItsMoment);
    }

    /// <summary>The sheet bears the day on which the register was loaded, which is another each time.</summary>
    private static string WithoutItsDay(string sheet) => sheet.Replace(Day().Match(sheet).Value, "(day)", StringComparison.Ordinal);

    /// <summary>The report of a group bears the moment of its newest fact, which may be the loading of the register; on the cover, in the running head and at the foot.</summary>
    private static string WithoutItsMoment(string report) => Moment().Replace(report, "$1(moment)");

    private static async Task ShouldBeAsync(string sample, byte[]? made, Func<string, string>? stable = null)
    {
        using var pdf = new PdfFile(new RenderedReport(made, null, 0, null, TimeSpan.Zero, null));
        var (code, text) = await Tools.RunInAsync(Tools.Root, null, await pdf.TextAsync(), "sed", "-E", "-f", Path.Combine(Samples, "stable.sed"));
        code.ShouldBe(0);
        text.ShouldNotBeEmpty();
        var kept = await File.ReadAllTextAsync(Path.Combine(Samples, $"{sample}.txt"), TestContext.Current.CancellationToken);
        stable ??= words => words;
        stable(Gaps().Replace(text, " ")).ShouldBe(stable(Gaps().Replace(kept, " ")), $"The report is not what reports/samples/{sample}.txt says: run scripts/render-samples and look at the difference.");
    }

    [GeneratedRegex(@"\d{1,2} [A-Z][a-z]{2} 20\d{2}")]
    private static partial Regex Day();

    [GeneratedRegex(@"((?:working-group report|logged on|Not published 2025)[^\n]*?)\d{1,2} [A-Z][a-z]{2} 20\d{2}(?:, \d\d:\d\d)?")]
    private static partial Regex Moment();

    [GeneratedRegex(" +")]
    private static partial Regex Gaps();
}
