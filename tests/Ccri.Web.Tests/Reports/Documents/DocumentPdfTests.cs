using System.Globalization;
using System.Text;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;

namespace Ccri.Web.Tests.Reports.Documents;

public sealed class DocumentPdfTests
{
    public static readonly TheoryData<ReportKind> Kinds = [ReportKind.Progress, ReportKind.Ceap, ReportKind.Ceip];

    private static ReportFacts Small => SnapshotSamples.Facts(SnapshotSamples.Small, SnapshotSamples.SmallBefore);

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_document_is_a_sound_tagged_pdf_with_headings_tables_figures_bookmarks_and_its_snapshot(ReportKind kind)
    {
        using var pdf = await Printing.PdfAsync(Printing.Job(kind, Small));

        await pdf.ShouldBeSoundAsync();
        (await pdf.AttachmentAsync("snapshot.json")).ShouldBe(SnapshotSamples.Bytes(Small.Now));
        var tags = await pdf.TagsAsync();
        foreach (var tag in (string[])["H1 \"Contents\"", "Table", "/Scope /Row", "/Scope /Column", "Figure"])
            tags.ShouldContain(tag);
        tags.ShouldContain("H1 \"Summary\"");
        tags.ShouldContain("H2 \"Status\"");
        var outline = await pdf.OutlineAsync();
        foreach (var name in (string[])["1 Summary", "2 What changed since 2026-Q2", "How to verify this file"])
            outline.ShouldContain(name);
        var pages = await pdf.PagesAsync();
        for (var page = 2; page <= pages.Length; page++)
            Printing.InOneLine(pages[page - 1]).ShouldContain(string.Create(CultureInfo.InvariantCulture, $"Page {page} of {pages.Length}"));
    }

    [Fact]
    public async Task Every_chart_has_words_that_replace_it()
    {
        var charts = ProgressReport.Of(Small).Blocks.OfType<ChartBlock>().ToList();
        charts.Count.ShouldBeGreaterThan(6);
        charts.ShouldAllBe(c => c.Alt.Length > 10 && c.Table != null);
        using var pdf = await Printing.PdfAsync(Printing.Job(ReportKind.Progress, Small));
        var tags = Printing.InOneLine(await pdf.TagsAsync());
        tags.Split("Figure").Length.ShouldBeGreaterThan(charts.Count);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task The_last_page_tells_the_hash_and_how_to_verify_and_the_bytes_name_the_snapshot(ReportKind kind)
    {
        using var pdf = await Printing.PdfAsync(Printing.Job(kind, Small));
        var sha256 = SnapshotSamples.Sha256(Small.Now);

        var last = Printing.InOneLine((await pdf.PagesAsync())[^1]);
        last.Replace(" ", "").ShouldContain(sha256);
        last.ShouldContain("scripts/ccri verify FILE");
        last.ShouldContain(SnapshotSamples.Sha256(SnapshotSamples.SmallBefore));
        Encoding.Latin1.GetString(pdf.Bytes()).ShouldContain($"ccri:{sha256}");
    }

    [Fact]
    public async Task A_draft_says_so_on_every_page_and_cannot_be_verified_and_an_issued_report_says_it_nowhere()
    {
        using var draft = await Printing.PdfAsync(Printing.Job(ReportKind.Progress, Small with { Issue = Small.Issue with { Revision = 0 } }));
        using var issued = await Printing.PdfAsync(Printing.Job(ReportKind.Progress, Small));

        (await draft.PagesAsync()).ShouldAllBe(page => page.Contains("Draft, not frozen"));
        var words = Printing.InOneLine(await draft.TextAsync());
        words.ShouldContain("it cannot be verified as issued");
        words.Replace(" ", "").ShouldNotContain(SnapshotSamples.Sha256(Small.Now));
        Encoding.Latin1.GetString(draft.Bytes()).ShouldNotContain("ccri:");
        var said = Printing.InOneLine(await issued.TextAsync());
        said.ShouldNotContain("Draft", Case.Sensitive);
        said.Replace(" ", "").ShouldNotContain("DRAFT", Case.Sensitive);
    }

    public static readonly TheoryData<string> Fillings = ["empty", "small", "large"];

    [Theory, MemberData(nameof(Fillings))]
    public async Task No_page_but_the_last_is_under_a_fifth_full(string size)
    {
        using var renderer = Tools.Renderer();
        foreach (var kind in Kinds)
        {
            using var pdf = new PdfFile(await renderer.RenderAsync(Printing.Job(kind, Sized(size)), TestContext.Current.CancellationToken));
            (await pdf.FillsAsync())[..^1].ShouldAllBe(fill => fill > 0.2, $"{size} {kind.Data}");
        }
    }

    [Fact]
    public async Task No_heading_stands_alone_at_a_foot_and_tables_repeat_their_heads()
    {
        var facts = SnapshotSamples.Facts(SnapshotSamples.Large);
        using var pdf = await Printing.PdfAsync(Printing.Job(ReportKind.Progress, facts));

        var pages = await pdf.PagesAsync();
        pages.Count(page => page.Contains("Done, %")).ShouldBeGreaterThan(2);
        var headings = ProgressReport.Of(facts).Blocks.OfType<HeadingBlock>().Select(h => Printing.InOneLine($"{h.Number} {h.Text}")).ToHashSet();
        foreach (var page in pages.Skip(1))
        {
            var lines = page.Split('\n').Select(Printing.InOneLine).Where(line => line.Length > 1 && !line.StartsWith("Frozen ", StringComparison.Ordinal)).ToList();
            headings.ShouldNotContain(lines[^1]);
        }
    }

    [Fact]
    public async Task An_empty_snapshot_gives_every_chapter_with_a_sentence_and_says_what_a_reader_must_know()
    {
        using var pdf = await Printing.PdfAsync(Printing.Job(ReportKind.Progress, SnapshotSamples.Facts(SnapshotSamples.Empty, exception: "The demonstration shows all places.")));

        var pages = (await pdf.PagesAsync()).Select(Printing.InOneLine).ToList();
        foreach (var page in (string[])[pages[0], pages[2]])
        {
            page.ShouldContain("The name of this participant is not public");
            page.ShouldContain("Reason: The demonstration shows all places.");
            page.ShouldContain("Captured at the cut-off without having been submitted");
        }
        var words = string.Join(' ', pages);
        foreach (var sentence in (string[])["The territory has written no summary of this period.", "This is the first report of this territory", "No action plan is recorded", "No investment plan is recorded", "No circular systemic solution is recorded", "No indicator is followed", "No risk or issue is recorded.", "Nothing falls due in that time", "nothing was found"])
            words.ShouldContain(sentence);
        pages[0].ShouldContain("Funded by the European Union");
    }

    [Fact]
    public async Task What_people_type_comes_out_as_typed_and_what_is_too_much_is_cut_with_a_sentence()
    {
        var large = SnapshotSamples.Large;
        var typed = string.Concat(Enumerable.Repeat("Abcdefghij", 30));
        var narrative = string.Concat(Enumerable.Repeat("The territory explains at length why the soil register is late and what has been agreed since. ", 400));
        var plan = large.Plans[0];
        var now = large with
        {
            Summary = large.Summary! with { Text = narrative },
            Territory = large.Territory with { Name = "Łódź 🎉 & <Пловдив> \"Guimarães\"" },
            Plans = [plan with { Title = typed, Actions = [plan.Actions[0] with { Title = typed, Remark = narrative }, .. plan.Actions.Skip(1)] }, large.Plans[1]],
            Indicators = [large.Indicators[0] with { Values = [.. Enumerable.Range(0, 2000).Select(i => large.Indicators[0].Values[0] with { Id = SnapshotSamples.Id(90_000 + i), On = new DateOnly(2026, 7, 1).AddDays(i % 92) })] }],
        };
        using var pdf = await Printing.PdfAsync(Printing.Job(ReportKind.Progress, SnapshotSamples.Facts(now)));

        await pdf.ShouldBeSoundAsync();
        var words = Printing.InOneLine(await pdf.TextAsync());
        words.ShouldContain("Łódź [U+1F389] & <Пловдив> \"Guimarães\"");
        words.ShouldContain("1,700 more rows are in the facts attached to this file.");
        words.Replace(" ", "").ShouldContain(typed[..60]);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void The_culture_of_the_host_changes_no_byte(string culture)
    {
        foreach (var kind in Kinds)
        {
            var expected = Printing.Job(kind, Small).ReportJson.ToArray();
            var before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                Printing.Job(kind, Small).ReportJson.ToArray().ShouldBe(expected);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public async Task Two_renders_at_once_and_a_node_in_Tokyo_give_the_same_bytes()
    {
        using var renderer = Tools.Renderer();
        var job = Printing.Job(ReportKind.Progress, Small);
        var results = await Task.WhenAll(renderer.RenderAsync(job, TestContext.Current.CancellationToken), renderer.RenderAsync(job, TestContext.Current.CancellationToken));
        results[0].Sha256.ShouldBe(results[1].Sha256);

        var folder = Directory.CreateTempSubdirectory("ccri-tokyo-");
        try
        {
            string Inside(string name) => Path.Combine(folder.FullName, name);
            await File.WriteAllBytesAsync(Inside("r.json"), job.ReportJson.ToArray(), TestContext.Current.CancellationToken);
            await File.WriteAllBytesAsync(Inside("s.json"), job.Snapshot.ToArray(), TestContext.Current.CancellationToken);
            var line = System.Text.Json.JsonSerializer.Serialize(new { id = "1", report = Inside("r.json"), snapshot = Inside("s.json"), output = Inside("o.pdf") });
            var (code, answer) = await Tools.RunInAsync(folder.FullName, new Dictionary<string, string> { ["TZ"] = "Asia/Tokyo", ["LANG"] = "de_DE.UTF-8" }, line + "\n", "node", Path.Combine(Tools.Reports, "render.mjs"));
            code.ShouldBe(0, answer);
            answer.ShouldContain(results[0].Sha256!);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ReportFacts Sized(string size) => size switch
    {
        "empty" => SnapshotSamples.Facts(SnapshotSamples.Empty),
        "small" => Small,
        _ => SnapshotSamples.Facts(SnapshotSamples.Large, revision: 0),
    };
}
