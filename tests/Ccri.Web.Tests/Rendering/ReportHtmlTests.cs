using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Rendering;

public sealed partial class ReportHtmlTests
{
    [Fact]
    public async Task Every_kind_of_block_is_shown_as_well_formed_html_without_style_or_script()
    {
        var html = await HtmlAsync(Examples.With([.. HardCases.EveryKind]));

        html.ShouldNotContain("style=");
        html.ShouldNotContain("<script");
        html.ShouldNotContain("=\"data:");
        html.ShouldContain("#let x = 1 *bold* _em_ $a$ &lt;x&gt;");
        var article = XElement.Parse(html.Trim());
        article.Descendants("th").ShouldAllBe(th => th.Attribute("scope") != null);
        article.Descendants("table").ShouldAllBe(t => t.Element("caption") != null);
        article.Descendants().Where(e => (string?)e.Attribute("role") == "img").ShouldAllBe(e => e.Attribute("aria-label") != null);
        article.Descendants("h1").ShouldBeEmpty();
        article.Descendants("h2").Count().ShouldBe(3); // contents, title block, level 1
    }

    [Fact]
    public async Task The_page_says_what_the_pdf_says()
    {
        var sheet = Examples.With([new ParagraphBlock("Party 🎉"), .. Examples.Sheet().Blocks]);
        using var renderer = Tools.Renderer();
        using var pdf = new PdfFile(await renderer.RenderAsync(new RenderJob(PrintableReport.From(sheet), Examples.Snapshot), TestContext.Current.CancellationToken));

        var page = Words(string.Join(' ', XElement.Parse((await HtmlAsync(sheet)).Trim()).DescendantNodes().OfType<XText>().Select(t => t.Value)));
        page.ShouldContain("[U+1F389]");
        var foot = Words($"{Examples.Meta.Words.Frozen} {Examples.Meta.Words.Illustrative} Page of Tampere Region, territory sheet 2026-Q3 1 2 3 D R A F T");
        Words(await pdf.TextAsync()).Except(page).Except(foot).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_drawing_that_is_more_than_shapes_and_words_is_replaced_by_its_sentence()
    {
        var html = await HtmlAsync(Examples.With(
            new ChartBlock("Bad", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "The sentence"),
            new ChartBlock("Good", Examples.Bars, "Grants lead")));

        html.ShouldNotContain("alert");
        html.ShouldContain("The sentence");
        html.ShouldContain("aria-label=\"Grants lead\"");
        html.ShouldContain("<rect");
    }

    [Fact]
    public async Task No_white_space_comes_between_a_link_and_the_full_stop() =>
        (await HtmlAsync(Examples.Sheet())).ShouldContain("<a href=\"https://example.org/call\">the call</a>.</li>");

    private static HashSet<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    private static Task<string> HtmlAsync(Report report) => RenderedView.OfAsync("/Features/Shared/Blocks/_Report.cshtml", PrintableReport.From(report));

    [GeneratedRegex(@"[\p{L}\p{N}\[\]+]+")]
    private static partial Regex Word();
}
