using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Territories;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;

namespace Ccri.Web.Tests.Territories;

/// <summary>The sheet as a file, seen through qpdf and poppler.</summary>
public sealed partial class TerritorySheetPdfTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Fact]
    public async Task All_37_are_sound_tagged_short_and_carry_their_facts()
    {
        var sheets = (await app.SendAsync(new RenderTerritorySheets.Query())).Where(s => !s.Slug.StartsWith("sample-", StringComparison.Ordinal)).ToList();
        sheets.Count.ShouldBe(37);

        foreach (var sheet in sheets)
        {
            sheet.Problem.ShouldBeNull(sheet.Slug);
            sheet.Warnings.ShouldBeEmpty(sheet.Slug);
            using var pdf = Pdf(sheet);
            await pdf.ShouldBeSoundAsync();
            (await pdf.InfoAsync()).ShouldMatch(@"Pages:\s+[12]\n", sheet.Slug);
            (await pdf.FontsAsync()).ShouldNotBeEmpty(sheet.Slug);
            var facts = Encoding.UTF8.GetString(await pdf.AttachmentAsync("snapshot.json"));
            facts.ShouldContain($"\"slug\":\"{sheet.Slug}\"");
            facts.ShouldNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-");
        }
    }

    [Fact]
    public async Task The_same_facts_give_the_same_bytes_in_another_process_language_time_zone_and_folder()
    {
        string[] slugs = ["asker", "helsinki-uusimaa", "fellow-to-be-named-1"];
        var (first, second) = (await app.SendAsync(new RenderTerritorySheets.Query(slugs)), await app.SendAsync(new RenderTerritorySheets.Query(slugs)));
        second.Select(s => s.Pdf).ShouldBe(first.Select(s => s.Pdf));

        var database = await TestDatabases.CopyAsync("Sqlite", Contents.Register); // the facts of the same template
        var elsewhere = Directory.CreateTempSubdirectory("ccri-elsewhere-");
        try
        {
            var run = await CcriProcess.RunAsync(["report", "sheet", .. slugs, "--out", "B"],
                new() { ["Database__ConnectionString"] = database, ["TZ"] = "Pacific/Kiritimati", ["LANG"] = "tr_TR.UTF-8", ["LC_ALL"] = "tr_TR.UTF-8" }, elsewhere.FullName);

            run.ExitCode.ShouldBe(0, run.Errors);
            foreach (var sheet in first)
                (await File.ReadAllBytesAsync(Path.Combine(elsewhere.FullName, "B", sheet.FileName), TestContext.Current.CancellationToken)).ShouldBe(sheet.Pdf, sheet.Slug);
        }
        finally
        {
            elsewhere.Delete(recursive: true);
            await TestDatabases.DropAsync("Sqlite", database);
        }
    }

    [Fact]
    public async Task Names_of_every_script_come_out_unharmed()
    {
        string[] names = ["Łódź, Gdańsk i Kraków", "Δυτική Μακεδονία και Ήπειρος", "Пловдив и Стара Загора", "Viseu Dão Lafões e Guimarães", "Møre og Romsdal, Tromsø", "თბილისი"];
        foreach (var (index, name) in names.Index())
            await app.AddTerritoryAsync($"sample-{index}", name);

        foreach (var (sheet, name) in (await app.SendAsync(new RenderTerritorySheets.Query([.. names.Index().Select(n => $"sample-{n.Index}")]))).Zip(names))
        {
            using var pdf = Pdf(sheet);
            sheet.Warnings.ShouldBeEmpty();
            Regex.Replace(await pdf.TextAsync(), @"\s+", " ").ShouldContain(name);
        }
    }

    [Fact]
    public async Task A_name_with_an_emoji_a_byte_order_mark_and_Georgian_renders_and_says_what_no_font_has()
    {
        await app.AddTerritoryAsync("sample-odd", "\ufeffGreen 🎉 თბილისი");

        var sheet = (await app.SendAsync(new RenderTerritorySheets.Query("sample-odd"))).Single();

        sheet.Warnings.Distinct().ShouldBe(["No font has the character U+1F389; it is printed as [U+1F389]."]);
        using var pdf = Pdf(sheet);
        await pdf.ShouldBeSoundAsync();
        Regex.Replace(await pdf.TextAsync(), @"\s+", " ").ShouldContain("Green [U+1F389] თბილისი");
    }

    [Fact]
    public async Task A_name_of_300_characters_renders()
    {
        await app.AddTerritoryAsync("sample-long", new string('W', 300));

        var sheet = (await app.SendAsync(new RenderTerritorySheets.Query("sample-long"))).Single();

        using var pdf = Pdf(sheet);
        await pdf.ShouldBeSoundAsync();
        (await pdf.TextAsync()).Count(c => c == 'W').ShouldBeGreaterThanOrEqualTo(300);
    }

    [Fact]
    public async Task The_page_shows_the_words_of_the_PDF()
    {
        using var officer = await app.SignedInAsync(Role.Officer);
        foreach (var slug in (string[])["helsinki-uusimaa", "sofia", "fellow-to-be-named-3"])
        {
            var article = Article().Match(await officer.PageAsync($"/territories/{slug}/sheet")).Value;
            article.ShouldNotBeEmpty();
            var words = WebUtility.HtmlDecode(Regex.Replace(article, "<[^>]*>", " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            using var pdf = Pdf((await app.SendAsync(new RenderTerritorySheets.Query(slug))).Single());
            var printed = Letters(await pdf.TextAsync());

            words.Length.ShouldBeGreaterThan(50);
            words.Where(word => !printed.Contains(Letters(word), StringComparison.Ordinal)).ShouldBeEmpty(slug);
        }
    }

    [Fact]
    public async Task The_button_gives_a_file_with_a_name()
    {
        using var contact = await app.SignedInAsync(Role.Territory, "sofia");
        (await contact.PageAsync("/territories/sofia")).ShouldContain("/territories/sofia/sheet");

        using var answer = await contact.GetAsync(new Uri("/territories/sofia/sheet.pdf", UriKind.Relative), TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe("territory-sheet-sofia.pdf");
    }

    private static PdfFile Pdf(RenderTerritorySheets.Answer sheet)
    {
        sheet.Problem.ShouldBeNull();
        return new PdfFile(new RenderedReport(sheet.Pdf, null, 0, null, TimeSpan.Zero, null));
    }

    /// <summary>Lines break where they will, and a hyphen may stand at their end.</summary>
    private static string Letters(string text) => Regex.Replace(text, @"[\s\-\u00ad\u2010]+", "");

    [GeneratedRegex("<article.*?</article>", RegexOptions.Singleline)]
    private static partial Regex Article();
}
