using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Rendering;

/// <summary>A report as it was issued once. Never make the file anew: blocks and template must go on reading what was kept.</summary>
public sealed class KeptReportTests
{
    [Fact]
    public async Task A_report_that_was_kept_is_still_read_and_set_with_all_its_words()
    {
        var json = await File.ReadAllBytesAsync(Path.Combine(Tools.Root, "tests/Ccri.Web.Tests/Rendering/Kept/progress-report-1.json"), TestContext.Current.CancellationToken);
        var report = ReportJson.Read(json);
        PrintableReport.From(report).Json.ToArray().ShouldBe(json);

        using var renderer = Tools.Renderer();
        using var pdf = new PdfFile(await renderer.RenderAsync(new RenderJob(json, Examples.Snapshot), TestContext.Current.CancellationToken));
        await pdf.ShouldBeSoundAsync();
        var text = string.Join(' ', (await pdf.TextAsync()).Split((char[])[' ', '\n', '\f', '\u00a0'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var words in (string[])["Progress report", "Guimarães", "1 Summary", "2 What changed since 2026-Q2", "32 days later", "Parts bank, Azurém", "amounts confidential, withheld", "Waste status of reused parts is unclear", "A Annex", "How to verify this file", "Page 2 of"])
            text.ShouldContain(words);
    }
}
