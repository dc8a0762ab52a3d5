using System.Text.RegularExpressions;
using System.Xml.Linq;
using Ccri.Web.Rendering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

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

    private static async Task<string> HtmlAsync(Report report)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Services.AddRazorPages(o => o.RootDirectory = "/Features").AddApplicationPart(typeof(Report).Assembly);
        await using var app = builder.Build(); // never started: only its views are used
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var action = new ActionContext(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        var view = services.GetRequiredService<IRazorViewEngine>().GetView(null, "/Features/Shared/Blocks/_Report.cshtml", isMainPage: false).View;
        view.ShouldNotBeNull();
        var model = new ViewDataDictionary<PrintableReport>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = PrintableReport.From(report) };
        var temp = new TempDataDictionary(action.HttpContext, services.GetRequiredService<ITempDataProvider>());
        await using var writer = new StringWriter();
        await view.RenderAsync(new ViewContext(action, view, model, temp, writer, new HtmlHelperOptions()));
        return writer.ToString();
    }

    [GeneratedRegex(@"[\p{L}\p{N}\[\]+]+")]
    private static partial Regex Word();
}
