using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups.Documents;
using Ccri.Web.Rendering;
using Ccri.Web.Tests.Rendering;
using static Ccri.Web.Tests.WorkingGroups.DocumentSamples;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>The report of a group on paper: with no items, one and 400.</summary>
public sealed class GroupReportPdfTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0)]
    [InlineData(1, 1)]
    [InlineData(3, 10)]
    [InlineData(40, 10)]
    public async Task It_is_a_good_document_and_no_page_but_the_last_is_nearly_empty(int sessions, int items)
    {
        using var renderer = Tools.Renderer();
        var report = PrintableReport.From(GroupReport.Of(Group(sessions, items)));
        report.Warnings.ShouldBeEmpty();
        var rendered = (await renderer.RenderAsync([new RenderJob(report, "{}"u8.ToArray())], TestContext.Current.CancellationToken))[0];
        if (Environment.GetEnvironmentVariable("CCRI_KEEP_PDF") is { } folder && rendered.Pdf is { } bytes)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"group-{sessions}-{items}.pdf"), bytes, TestContext.Current.CancellationToken);
        using var pdf = new PdfFile(rendered);

        await pdf.ShouldBeSoundAsync();
        var fills = await pdf.FillsAsync();
        fills.SkipLast(1).ShouldAllBe(fill => fill > 0.2, string.Join(", ", fills));
    }

    [Fact]
    public void Every_item_stands_once_and_with_its_session_or_among_those_left_out()
    {
        var facts = Group(40);
        var rows = GroupReport.Of(facts).Blocks.OfType<TableBlock>().SelectMany(t => t.Rows).Where(r => r.Group is null).Select(r => r.Key).ToList();

        foreach (var item in facts.Sessions.SelectMany(s => s.Items))
            rows.Count(key => key == item.Id.ToString("D") || key == $"out-{item.Id:D}").ShouldBe(1);
    }

    [Fact]
    public void Barriers_and_levers_stand_by_dimension_and_tools_by_area_those_without_one_last()
    {
        var blocks = GroupReport.Of(Group(40)).Blocks.OfType<HeadingBlock>().ToList();

        blocks.Where(h => h.Level == 1).Select(h => h.Text).ShouldBe(["Introduction", "Barriers and levers", "Knowledge and tools", "Replicable practices", "Recommendations", "Decisions and actions", "Gaps", "Annex"]);
        blocks.Where(h => h.Number?.StartsWith("2.", StringComparison.Ordinal) == true).Select(h => h.Text).Last().ShouldBe("Not sorted yet");
        blocks.Where(h => h.Number?.StartsWith("3.", StringComparison.Ordinal) == true).Select(h => h.Text).ShouldBe(["Technical", "Regulatory", "Socio-economic", "Not sorted yet"]);
    }

    [Fact]
    public void Gaps_name_the_dimension_the_member_and_the_solution_of_which_nothing_is_said()
    {
        var blocks = GroupReport.Of(Group(3)).Blocks;

        var matrix = blocks.OfType<TableBlock>().Single(t => t.Key == "gaps-dimensions");
        matrix.Rows.Count.ShouldBe(9);
        matrix.Rows.ShouldContain(r => r.Cells!.OfType<TextCell>().Any(c => c.Text.Plain == "nothing"));
        var said = blocks.OfType<ParagraphBlock>().ToDictionary(p => p.Key!, p => p.Text.Plain);
        said["gaps-territories"].ShouldBe("Territories that are members, and that no item names: Пловдив; Helsinki-Uusimaa; Uppsala; Castilla y León.");
        said["gaps-solutions"].ShouldBe("Solutions of members that no item names: Bank of materials (Uppsala).");
        GroupReport.Of(Group(0)).Blocks.OfType<ParagraphBlock>().ShouldContain(p => p.Text.Plain.StartsWith("Nothing stands in this report yet", StringComparison.Ordinal));
    }

    [Fact]
    public void A_long_topic_is_shortened_beside_an_item_and_whole_in_the_annex()
    {
        var facts = Group(1, 1);
        var topic = string.Concat(Enumerable.Repeat("🏗️ reuse ", 30)).Trim();
        var report = GroupReport.Of(facts with { Sessions = [facts.Sessions[0] with { Topic = topic, State = SessionState.Draft }] });

        var note = report.Blocks.OfType<TableBlock>().First(t => t.Columns.Any(c => c.Key == "session")).Rows.First(r => r.Group is null).Cells![^1].ShouldBeOfType<TextCell>().Note!;
        (note.Length < 110, note.EndsWith("… (draft minutes)", StringComparison.Ordinal)).ShouldBe((true, true));
        report.Blocks.OfType<TableBlock>().Single(t => t.Key == "sessions").Rows[0].Cells![1].ShouldBeOfType<TextCell>().Text.Plain.ShouldBe(topic);
    }
}
