using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;

namespace Ccri.Web.Tests.Reports.Documents;

public sealed class NeedChapterTests
{
    [Fact]
    public void Facts_from_before_needs_were_recorded_have_no_such_chapter_and_the_others_keep_their_numbers()
    {
        var blocks = Blocks(SnapshotSamples.Small);

        blocks.OfType<HeadingBlock>().ShouldNotContain(h => h.Text == "Needs and support");
        blocks.OfType<HeadingBlock>().Single(h => h.Text == "Indicators against targets").Number.ShouldBe("6");
        Blocks(NeedSamples.Small).OfType<HeadingBlock>().Single(h => h.Text == "Indicators against targets").Number.ShouldBe("7");
    }

    [Fact]
    public void Where_nothing_is_recorded_it_says_so_in_sentences()
    {
        var blocks = Blocks(NeedSamples.Nothing);

        blocks.OfType<ParagraphBlock>().ShouldContain(p => p.Key == "assessment-none");
        Table(blocks, "needs-table").ShouldSatisfyAllConditions(t => t.Rows.ShouldBeEmpty(), t => t.Empty.ShouldBe("No need is recorded."));
        Table(blocks, "support-table").Empty.ShouldBe("No support was given to this territory in this period.");
        blocks.ShouldNotContain(b => b.Key == "support-total");
    }

    [Fact]
    public async Task Ratings_are_drawn_from_first_to_now_and_what_cannot_be_compared_is_said()
    {
        var blocks = Blocks(NeedSamples.Small);

        blocks.OfType<ChartBlock>().Single(c => c.Key == "assessment-chart").Alt.ShouldBe("4 rows on a scale from 0 to 5: 1 higher than before, 1 lower, 0 unchanged; 2 not compared.");
        var words = await WordsAsync(SnapshotSamples.Facts(NeedSamples.Small));
        words.ShouldContain("The two assessments are not compared everywhere. Not asked before: Skills. Asked no more: Regulation.");
        words.ShouldContain("2 activities in 2026-Q3, with 1.25 expert-days for this territory; 3 were planned.");
        words.ShouldContain("A coordinator made an exception: It was promised before the tier was changed.");
        words.ShouldContain("nobody for 272 days");
        var notes = Table(blocks, "needs-table").Rows.SelectMany(r => r.Cells ?? []).OfType<TextCell>().Select(c => Printing.InOneLine(c.Note ?? "")).ToList();
        notes.ShouldContain("20 Sep 2026, as told to the support office");
        notes.ShouldContain("merged into 2: The same as the second.");
    }

    [Fact]
    public void What_closed_is_told_once_although_it_is_in_two_snapshots()
    {
        var now = NeedSamples.Small;
        string[] Keys(TerritorySnapshot? before) => [.. Table([.. ReportDocuments.Of(ReportKind.Progress, SnapshotSamples.Facts(now, before)).Blocks], "needs-table").Rows.Select(r => r.Key!)];

        Keys(null).ShouldContain("needs-closed");
        Keys(now with { Period = SnapshotSamples.Q2 }).ShouldNotContain("needs-closed");
    }

    [Fact]
    public void The_overview_adds_up_the_same_by_tier_by_partner_and_by_territory()
    {
        var support = NeedSamples.Quarter(NeedSamples.Small, NeedSamples.Nothing, SnapshotSamples.Large).ShouldNotBeNull();

        support.Tiers.Sum(t => t.Territories).ShouldBe(2); // the third knows nothing of needs
        (support.Tiers.Sum(t => t.Days), support.Partners.Sum(p => p.Given), support.Territories.Sum(t => t.Given)).ShouldBe((1.25m, 1.25m, 1.25m));
        (support.Tiers.Sum(t => t.Planned), support.Partners.Sum(p => p.Planned), support.Territories.Sum(t => t.Planned)).ShouldBe((3, 3, 3));
        (support.Tiers.Sum(t => t.Open), support.Tiers.Sum(t => t.Unserved), support.Tiers.Sum(t => t.Met), support.Tiers.Sum(t => t.Partly), support.Tiers.Sum(t => t.NotMet)).ShouldBe((2, 1, 1, 1, 0));
        support.Dimensions.Select(d => (d.Key, d.Compared, d.First, d.Now)).ShouldBe([("vision", 1, 2m, 4m), ("data", 1, 3m, 2m), ("skills", 0, null, 3m)]);
        support.Exceptions.ShouldHaveSingleItem().Reason.ShouldStartWith("It was promised");
        NeedSamples.Quarter(SnapshotSamples.Small).ShouldBeNull();
    }

    [Fact]
    public async Task The_overview_with_needs_is_a_sound_pdf_and_says_the_exceptions_with_their_reasons()
    {
        var facts = SnapshotSamples.Quarter(37);
        using var pdf = await Printing.PdfAsync(Printing.Job(facts with { Now = facts.Now with { Support = NeedSamples.Quarter(NeedSamples.Small, NeedSamples.Nothing) } }));

        await pdf.ShouldBeSoundAsync();
        var words = Printing.InOneLine(await pdf.TextAsync());
        words.ShouldContain("Exception from the tier: ");
        words.ShouldContain("Expert-days by partner");
        words.ShouldContain("The one territory that was assessed twice");
    }

    private static List<Block> Blocks(TerritorySnapshot snapshot) => [.. ReportDocuments.Of(ReportKind.Progress, SnapshotSamples.Facts(snapshot)).Blocks];

    private static TableBlock Table(IEnumerable<Block> blocks, string key) => blocks.OfType<TableBlock>().Single(t => t.Key == key);

    private static async Task<string> WordsAsync(ReportFacts facts)
    {
        using var pdf = await Printing.PdfAsync(Printing.Job(ReportKind.Progress, facts));
        await pdf.ShouldBeSoundAsync();
        return Printing.InOneLine(await pdf.TextAsync());
    }
}
