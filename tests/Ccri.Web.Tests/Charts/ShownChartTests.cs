using System.Xml.Linq;
using Ccri.Web.Charts;
using Ccri.Web.Features.Shared;
using Ccri.Web.Features.Shared.Blocks;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;

namespace Ccri.Web.Tests.Charts;

/// <summary>Charts where people meet them: in a page and in a report.</summary>
public sealed class ShownChartTests
{
    private static readonly FundingMix Mix = new([new("Grants & <gifts>", new(4, "EUR 4"), new(1, "EUR 1"))]);

    [Fact]
    public async Task The_page_shows_the_drawing_in_two_widths_its_sentence_and_its_numbers()
    {
        var figure = XElement.Parse(await HtmlAsync(new ShownChart(Mix, "Funding") { Note = "EUR million" }));

        var image = figure.Descendants().Single(e => (string?)e.Attribute("role") == "img");
        ((string?)image.Attribute("aria-label")).ShouldBe(Mix.Summary);
        image.Elements().Select(e => (string?)e.Attribute("class")).ShouldBe(["wide", "narrow"]);
        image.Elements().ShouldAllBe(e => (string?)e.Attribute("aria-hidden") == "true");
        figure.Element("figcaption")!.Value.ShouldContain("EUR million");
        var table = figure.Element("details")!.Descendants("table").Single();
        table.Descendants("th").ShouldAllBe(th => th.Attribute("scope") != null);
        table.Descendants("tbody").Single().Descendants().Where(e => !e.HasElements).Select(e => e.Value).ShouldBe(["Grants & <gifts>", "EUR 4", "EUR 1"]);
        figure.ToString().ShouldNotContain("style=");
    }

    [Fact]
    public async Task A_chart_with_nothing_to_draw_is_a_sentence()
    {
        var html = await HtmlAsync(new ShownChart(new FundingMix([]), "Funding") { Empty = "No source yet." });

        html.ShouldContain("No source yet.");
        html.ShouldNotContain("<svg");
        new ChartInReport(new FundingMix([]), "Funding", "No source yet.").Blocks().ShouldHaveSingleItem().ShouldBeOfType<NoteBlock>();
    }

    [Fact]
    public async Task Every_kind_of_chart_can_be_set_as_pdf()
    {
        var blocks = new Samples(3).All(40).Append(Mix).SelectMany((chart, i) => new ChartInReport(chart, $"Chart {i}", "Nothing.") { Key = $"c{i}" }.Blocks()).ToList();
        blocks.Count.ShouldBe(10 + 3); // a roadmap and ratings of 40 rows go over two pages
        blocks.Select(b => b.Key).ShouldBeUnique();

        using var renderer = Tools.Renderer();
        using var pdf = new PdfFile(await renderer.RenderAsync(Examples.Job([.. blocks]), TestContext.Current.CancellationToken));
        (await pdf.TextAsync()).ShouldContain("Not yet secured");
    }

    private static Task<string> HtmlAsync(ShownChart chart) => RenderedView.OfAsync("/Features/Shared/_Chart.cshtml", chart);
}
