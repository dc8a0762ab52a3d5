using System.Globalization;
using System.Text;
using System.Text.Json;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Rendering;

public sealed class ReportJsonTests
{
    [Fact]
    public void The_json_of_a_report_is_what_the_template_reads()
    {
        var report = new Report(Examples.Meta with { Draft = false, Audience = "public" },
        [
            new HeadingBlock(1, "Δυτική & <x>") { Key = "h", Number = "1.1" },
            new ParagraphBlock(new RichText(new Run("See "), new Run("this", Strong: true), new Run("link", Href: "https://example.org/"))) { Source = new Provenance("Old", Stale: true) },
            new TableBlock([new("No.") { Key = "no" }, new("Sum") { Kind = ColumnKind.Money, Width = 1.5 }],
                [TableRow.Over("Late", StatusMark.Off), TableRow.Of("r", "a", null), TableRow.Sum("s", new StatusCell(StatusMark.None, "No data"), new TextCell("1") { Strong = true, Late = "1 day late" })])
            { Key = "t" },
            new ListBlock(["x"]),
        ]);

        Text(report).ShouldBe("""
            {"meta":{"title":"Territory sheet","territory":"Tampere Region","subtitle":"Third quarter of 2026","period":"2026-Q3","running":"Tampere Region, territory sheet 2026-Q3","author":"CCRI Coordination and Support Office","words":{"frozen":"Frozen 12 Oct 2026","page":"Page","of":"of","draft":"Draft, not approved","draftMark":"Draft","illustrative":"Illustrative data: the place is real, every figure, name and status is invented.","attachment":"The frozen facts this report was made from"},"frozenAt":"2026-10-12T07:00:00+00:00","timestamp":1791788400,"draft":false,"illustrative":true,"audience":"public","lang":"en","region":"gb"},
            "blocks":[{"kind":"heading","key":"h","text":"Δυτική & <x>","level":1,"number":"1.1"},
            {"kind":"paragraph","text":[{"text":"See "},{"text":"this","strong":true},{"text":"link","href":"https://example.org/"}],"source":{"text":"Old","stale":true}},
            {"kind":"table","key":"t","columns":[{"key":"no","name":"No."},{"name":"Sum","kind":"money","width":1.5}],"rows":[{"group":"Late","rag":"off"},{"key":"r","cells":["a",null]},{"key":"s","cells":[{"rag":"none","word":"No data"},{"text":"1","strong":true,"late":"1 day late"}],"total":true}],"empty":"Nothing is recorded."},
            {"kind":"list","items":["x"]}]}
            """.ReplaceLineEndings(""));
    }

    [Fact]
    public void A_kept_report_is_read_and_written_again_with_the_same_bytes()
    {
        var blocks = Examples.Sheet().Blocks.Concat(HardCases.EveryKind);
        var json = PrintableReport.From(new Report(Examples.Meta, [.. blocks])).Json;

        var again = PrintableReport.From(ReportJson.Read(json.Span)).Json;

        Encoding.UTF8.GetString(again.Span).ShouldBe(Encoding.UTF8.GetString(json.Span));
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("el-GR")]
    [InlineData("ar-SA")]
    public void The_culture_of_the_host_changes_no_byte(string culture)
    {
        var expected = Text(Examples.Sheet());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Text(Examples.Sheet()).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Every_block_has_a_kind_and_an_example()
    {
        var kinds = typeof(Block).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Block))).ToList();
        kinds.ShouldNotBeEmpty();
        kinds.Except(HardCases.EveryKind.Select(b => b.GetType())).ShouldBeEmpty();
        HardCases.EveryKind.ShouldAllBe(b => JsonSerializer.Serialize(b, ReportJson.Options).StartsWith("{\"kind\":\"", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_with_too_few_cells_is_refused()
    {
        var refused = Should.Throw<ArgumentException>(() => new TableBlock([new("A"), new("B")], [TableRow.Of("r1", "only one")]));
        refused.Message.ShouldStartWith("Row r1 has 1 cells, the table 2 columns.");
    }

    [Fact]
    public void Headings_that_skip_a_level_are_refused_before_the_typesetter_does() =>
        Should.Throw<ArgumentException>(() => Examples.With(new HeadingBlock(1, "One"), new HeadingBlock(3, "Three")))
            .Message.ShouldStartWith("The heading \"Three\" has level 3 but nothing of level 2 is above it.");

    [Fact]
    public void A_link_that_could_run_something_is_printed_as_words() => new Run("click", Href: "javascript:alert(1)").Href.ShouldBeNull();

    private static string Text(Report report) => Encoding.UTF8.GetString(PrintableReport.From(report).Json.Span);
}
