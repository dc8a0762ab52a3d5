using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Rendering;

public sealed class TypstRendererTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_territory_sheet_is_a_sound_tagged_pdf_of_two_pages_with_its_snapshot_inside()
    {
        using var renderer = Tools.Renderer();
        var rendered = await renderer.RenderAsync(new RenderJob(PrintableReport.From(Examples.Sheet()), Examples.Snapshot), Stop);
        using var pdf = new PdfFile(rendered);

        await pdf.ShouldBeSoundAsync();
        rendered.Pages.ShouldBe(2);
        rendered.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(rendered.Pdf!)));
        (await pdf.AttachmentAsync("snapshot.json")).ShouldBe(Examples.Snapshot.ToArray());
        var info = await pdf.InfoAsync();
        info.ShouldContain("Territory sheet, Tampere Region, 2026-Q3");
        info.ShouldContain("Oct 12");
        var tags = await pdf.TagsAsync();
        tags.ShouldContain("H1 \"Tampere Region\"");
        tags.ShouldContain("H2 \"Investment\"");
        tags.ShouldMatch(@"TH <R\d+>:\s+/Scope /Row[^""]*""A07""");
    }

    [Fact]
    public async Task Every_kind_of_block_renders_and_nothing_typed_becomes_markup()
    {
        using var renderer = Tools.Renderer();
        var meta = Examples.Meta with { Territory = "Δυτική Μακεδονία & Пловдив <x> #1 $", Title = HardCases.Odd };
        var report = PrintableReport.From(new Report(meta, HardCases.EveryKind));
        report.Warnings.ShouldBeEmpty();
        using var pdf = new PdfFile(await renderer.RenderAsync(new RenderJob(report, Examples.Snapshot), Stop));

        await pdf.ShouldBeSoundAsync();
        var text = await pdf.TextAsync();
        foreach (var name in (string[])["Δυτική Μακεδονία", "Пловдив", "Łódź", "Gdańsk", "Guimarães", "Møre og Romsdal", "Târgu Mureș", "No action was recorded in this period."])
            text.ShouldContain(name);
        text.ShouldContain("#let x = 1 *bold* _em_ $a$ <x> `code` @ref // c /* d */ \\n [y] & \"q\" ' ~ -- ... = H 1. - + /");
    }

    [Fact]
    public async Task Emoji_marks_from_Word_and_other_scripts_never_fail_a_report()
    {
        using var renderer = Tools.Renderer();
        using var pdf = new PdfFile(await renderer.RenderAsync(
            Examples.Job(new HeadingBlock(1, "\ufeffDone 🎉 თბილისი"), new ParagraphBlock("→ ✓ 日本 \uf0b7 1\ufe0f\u20e3 Երևան ירושלים \u10d0\u0483 \ud83d"), new ChartBlock("C", Examples.Bars.Replace("Grants", "თბილისი 🎉"), "a 🎉")),
            Stop));

        await pdf.ShouldBeSoundAsync();
        var text = await pdf.TextAsync();
        text.ShouldContain("Done [U+1F389] თბილისი");
        text.ShouldContain("→ ✓ [U+65E5][U+672C] [U+F0B7]");
    }

    [Fact]
    public async Task Every_character_that_the_coverage_promises_can_be_set()
    {
        var all = File.ReadLines(Path.Combine(Tools.Root, "src/Ccri.Web/Rendering/font-coverage.txt"))
            .SelectMany(line => line.Split('\t')[1].Split(' ')).SelectMany(Characters).Distinct().ToList();
        all.Count.ShouldBeGreaterThan(5000);
        var blocks = all.Chunk(50).Select(some => (Block)new ParagraphBlock(string.Join(' ', some)));

        using var renderer = Tools.Renderer();
        (await renderer.RenderAsync(Examples.Job([.. blocks]), Stop)).Problem.ShouldBeNull();

        static IEnumerable<string> Characters(string range)
        {
            var edges = range.Split('-').Select(e => int.Parse(e, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToArray();
            return Enumerable.Range(edges[0], edges[^1] - edges[0] + 1).Select(char.ConvertFromUtf32);
        }
    }

    [Fact]
    public async Task Empty_and_large_reports_render()
    {
        using var renderer = Tools.Renderer();
        var narrative = string.Join('\n', Enumerable.Repeat(HardCases.Narrative, 10));
        Block[] cells = [new HeadingBlock(1, "Cells"), new TableBlock([new("No."), new("Why") { Width = 3 }, new("Status")],
            [.. Enumerable.Range(1, 12).Select(i => TableRow.Of("r" + i, $"{i}", narrative, new StatusCell(StatusMark.Risk, "At risk")))])];
        Block[] many = [new HeadingBlock(1, "Many"), .. Enumerable.Range(1, 200).SelectMany(i => (Block[])[new HeadingBlock(2, "Territory " + i) { Number = $"1.{i}" }, .. Examples.Sheet().Blocks.OfType<TableBlock>()])];

        var results = await renderer.RenderAsync([Examples.Job(), Examples.Job(cells), Examples.Job(many)], Stop);

        results.ShouldAllBe(r => r.Succeeded);
        results[0].Pages.ShouldBe(1);
        results[1].Pages.ShouldBeGreaterThan(10);
        results[2].Pages.ShouldBeGreaterThan(60);
    }

    [Fact]
    public async Task Two_processes_in_other_time_zones_languages_and_folders_give_the_same_bytes()
    {
        using var renderer = Tools.Renderer();
        var report = PrintableReport.From(Examples.Sheet());
        var rendered = await renderer.RenderAsync(new RenderJob(report, Examples.Snapshot), Stop);

        var folder = Directory.CreateTempSubdirectory("ccri-elsewhere-");
        try
        {
            string Inside(string name) => Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(Inside("r.json"), report.Json.ToArray(), Stop);
            await File.WriteAllBytesAsync(Inside("s.json"), Examples.Snapshot.ToArray(), Stop);
            var job = JsonSerializer.Serialize(new { id = "1", report = Inside("r.json"), snapshot = Inside("s.json"), output = Inside("o.pdf") });
            var (code, answer) = await Tools.RunInAsync(folder.FullName, new Dictionary<string, string> { ["TZ"] = "Asia/Tokyo", ["LANG"] = "tr_TR.UTF-8" },
                job + "\n", "node", Path.Combine(Tools.Reports, "render.mjs"));

            code.ShouldBe(0, answer);
            Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Inside("o.pdf"), Stop))).ShouldBe(rendered.Sha256);
            answer.ShouldContain(rendered.Fingerprint!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Two_renders_in_parallel_do_not_disturb_each_other()
    {
        using var renderer = Tools.Renderer();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(i =>
            renderer.RenderAsync(i % 2 == 0 ? new RenderJob(PrintableReport.From(Examples.Sheet()), Examples.Snapshot) : Examples.Job(new HeadingBlock(1, "Short")), Stop)));

        results.ShouldAllBe(r => r.Succeeded);
        results[0].Sha256.ShouldBe(results[2].Sha256);
        results[1].Sha256.ShouldBe(results[3].Sha256);
    }

    [Fact]
    public async Task An_archival_pdf_can_be_asked_for()
    {
        using var renderer = Tools.Renderer();
        using var pdf = new PdfFile(await renderer.RenderAsync(Examples.Job(new HeadingBlock(1, "Kept")) with { Standard = PdfStandard.Archival }, Stop));
        await pdf.ShouldBeSoundAsync();
    }
}
