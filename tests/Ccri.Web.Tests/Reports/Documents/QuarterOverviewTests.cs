using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;

namespace Ccri.Web.Tests.Reports.Documents;

public sealed class QuarterOverviewTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(37)]
    [InlineData(200)]
    public async Task An_overview_of_any_number_of_territories_is_a_sound_pdf_whose_pages_are_full(int territories)
    {
        using var pdf = await Printing.PdfAsync(Printing.Job(SnapshotSamples.Quarter(territories)));

        await pdf.ShouldBeSoundAsync();
        var pages = await pdf.PagesAsync();
        Printing.InOneLine(string.Join(' ', pages)).ShouldContain(territories switch { 0 => "No territory takes part in this period.", 1 => "1 territory: ", 37 => "37 territories: ", _ => "200 territories: " });
        Printing.InOneLine(pages[0]).ShouldContain("Funded by the European Union");
        Printing.InOneLine(pages[^1]).ShouldContain("scripts/ccri verify FILE");
        (await pdf.FillsAsync())[..^1].ShouldAllBe(fill => fill > 0.2);
    }

    [Fact]
    public async Task All_37_territories_stand_on_the_first_page_the_worst_first()
    {
        var facts = SnapshotSamples.Quarter(37);
        using var pdf = await Printing.PdfAsync(Printing.Job(facts));

        var first = Printing.InOneLine((await pdf.PagesAsync())[0]);
        foreach (var territory in facts.Now.Territories)
            first.ShouldContain(territory.Name);
        first.IndexOf("Off track", StringComparison.Ordinal).ShouldBeLessThan(first.LastIndexOf("Complete", StringComparison.Ordinal));
        first.ShouldNotContain("What each territory says");
    }

    [Fact]
    public void Each_territory_has_one_row_of_its_state_and_one_of_what_it_says()
    {
        var tables = QuarterOverview.Of(SnapshotSamples.Quarter(5)).Blocks.OfType<TableBlock>().ToList();

        tables.Select(t => t.Rows.Count).ShouldBe([5, 5]);
        tables[0].Rows.Select(r => r.Key).ShouldBe(tables[1].Rows.Select(r => r.Key!.Replace("-summary", "")), ignoreOrder: true);
    }

    [Fact]
    public async Task A_draft_of_it_says_so_on_every_page()
    {
        using var pdf = await Printing.PdfAsync(Printing.Job(SnapshotSamples.Quarter(60, revision: 0)));
        (await pdf.PagesAsync()).ShouldAllBe(page => page.Contains("Draft, not frozen"));
    }
}
