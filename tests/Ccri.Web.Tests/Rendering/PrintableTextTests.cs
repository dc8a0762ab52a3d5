using System.Text;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Rendering;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("Tampere, EUR\u00a04.2\u00a0million", "Tampere, EUR\u00a04.2\u00a0million")]
    [InlineData(HardCases.Odd, HardCases.Odd)]
    [InlineData(HardCases.Names, HardCases.Names)]
    [InlineData("→ ≥ ≈ ✓ ● ▲ ■", "→ ≥ ≈ ✓ ● ▲ ■")]
    [InlineData("თბილისი ירושלים Երևան", "თბილისი ירושלים Երևան")]
    [InlineData("\ufeffstart\u0000\u0007 of\u202e text", "start of text")]
    [InlineData("a\r\nb\rc\td\u2028e", "a\nb\nc d\ne")]
    [InlineData("done 🎉!", "done [U+1F389]!")]
    [InlineData("👩\u200d🔬 works", "[U+1F469][U+1F52C] works")]
    [InlineData("\uf0b7 bullet from Word", "[U+F0B7] bullet from Word")]
    [InlineData("日本", "[U+65E5][U+672C]")]
    [InlineData("❤\ufe0f", "❤")]
    [InlineData("e\u0301t\u00e9", "e\u0301t\u00e9")]
    public void A_text_is_printed_as_far_as_the_fonts_go(string typed, string printed) => PrintableText.Of(typed).ShouldBe(printed);

    [Fact]
    public void An_accent_that_no_font_has_together_with_its_letter_is_printed_as_its_number() =>
        PrintableText.Of("\u10d0\u0483").ShouldBe("\u10d0[U+0483]"); // a Georgian letter, an old Cyrillic accent

    [Fact]
    public void What_is_missing_is_named()
    {
        var missing = new List<Rune>();
        PrintableText.Of("a🎉b\uf0b7", missing.Add);
        missing.Select(r => r.Value).ShouldBe([0x1f389, 0xf0b7]);
    }

    [Fact]
    public void A_warning_points_at_the_block_the_row_and_the_column()
    {
        var report = new Report(Examples.Meta with { },
        [
            new TableBlock([new("No.") { Key = "no" }, new("Title") { Key = "title" }], [TableRow.Of("A07", "A07", "Party 🎉 and 🎉"), TableRow.Of("A08", "A08", new TextCell("x") { Note = "😀" })]) { Key = "actions" },
            new ParagraphBlock("\uf0b7"),
        ]);

        PrintableReport.From(report).Warnings.ShouldBe(
            [new("actions/A07/title", "U+1F389"), new("actions/A08/title", "U+1F600"), new("paragraph", "U+F0B7")]);
    }

    [Fact]
    public void The_page_and_the_pdf_are_given_the_same_words()
    {
        var printable = PrintableReport.From(Examples.With(new HeadingBlock(1, "Done 🎉"), new ChartBlock("C", "<svg><text>&#x1F389; &#916; &#60;</text></svg>", "alt")));

        printable.Report.Blocks[0].ShouldBe(new HeadingBlock(1, "Done [U+1F389]"));
        ((ChartBlock)printable.Report.Blocks[1]).Svg.ShouldBe("<svg><text>[U+1F389] Δ &#60;</text></svg>");
        Encoding.UTF8.GetString(printable.Json.Span).ShouldContain("Done [U+1F389]");
    }

    [Fact]
    public void A_report_of_lone_halves_of_characters_is_still_a_report() =>
        PrintableReport.From(Examples.With(new HeadingBlock(1, "broken \ud83d half"))).Report.Blocks[0].ShouldBe(new HeadingBlock(1, "broken \ufffd half"));
}
