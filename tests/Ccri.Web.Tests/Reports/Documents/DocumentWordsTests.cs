using System.Xml.Linq;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Reports.Documents;

public sealed class DocumentWordsTests
{
    private static ReportFacts Small => SnapshotSamples.Facts(SnapshotSamples.Small, SnapshotSamples.SmallBefore);

    [Fact]
    public void Amounts_of_a_confidential_project_are_withheld_in_words_and_the_sums_say_so()
    {
        var report = InvestmentPlanReport.Of(Small);

        Row(report, "CEIP-1-projects-table", SnapshotSamples.Id(202)).ShouldContain("withheld");
        Words(report).ShouldContain("The sums leave out 1 project whose amounts are confidential and withheld.");
    }

    [Fact]
    public void A_statement_says_who_confirmed_it_and_when_and_an_old_one_that_nobody_has()
    {
        var report = ProgressReport.Of(Small);

        report.Blocks.OfType<ParagraphBlock>().First(p => p.Key == "summary-1").Source.ShouldBe(new Provenance("Confirmed by the territory on 8\u00a0Oct\u00a02026"));
        var plan = report.Blocks.OfType<ParagraphBlock>().First(p => p.Key == "CEIP-1-about").Source;
        plan.ShouldBe(new Provenance("Not confirmed for two quarters (last by the support office (ACR+) on 2\u00a0Feb\u00a02026)", Stale: true));
    }

    [Fact]
    public void A_status_tells_what_it_was_and_who_set_it()
    {
        var overall = ProgressReport.Of(Small).Blocks.OfType<StatusBlock>().First();

        overall.Large.ShouldBeTrue();
        overall.Was.ShouldBe("was On track in 2026-Q2");
        overall.Source!.Text.ShouldBe("Set by the support office (ACR+) on 9\u00a0Oct\u00a02026, with this reason. The rule says: Off track");
    }

    [Fact]
    public void What_changed_comes_with_the_old_and_the_new_day_and_its_cause()
    {
        var report = ProgressReport.Of(Small);

        var table = report.Blocks.OfType<TableBlock>().First(t => t.Key == "changes-table");
        table.Rows[0].Group.ShouldStartWith("Needs attention");
        var words = Words(report);
        words.ShouldContain("30 Jun 2026");
        words.ShouldContain("32 days later");
        words.ShouldContain("The plot was given to the tram depot.");
    }

    [Fact]
    public void A_report_on_a_plan_tells_of_that_plan_only()
    {
        var (ceap, ceip) = (Words(ActionPlanReport.Of(Small)), Words(InvestmentPlanReport.Of(Small)));

        ceap.ShouldContain("Regional bank of reusable building parts");
        ceap.ShouldNotContain("Parts bank, Azurém");
        ceip.ShouldContain("Parts bank, Azurém");
        ceip.ShouldNotContain("Pre-demolition audit");
    }

    [Fact]
    public void Each_of_several_action_plans_has_a_section_of_its_own()
    {
        var small = SnapshotSamples.Small;
        var second = small.Plans[0] with { Id = SnapshotSamples.Id(77), Code = "CEAP-2", Title = "The second plan", Actions = [] };
        var facts = SnapshotSamples.Facts(small with { Plans = [small.Plans[0], second, small.Plans[1]] });

        ActionPlanReport.Of(facts).Blocks.OfType<HeadingBlock>().Select(h => $"{h.Number} {h.Text}").ShouldContain("3.2 The second plan");
        ActionPlanReport.Of(facts).Blocks.OfType<HeadingBlock>().ShouldContain(h => h.Level == 3 && h.Number == "3.1.1");
    }

    [Fact]
    public void The_status_over_time_tells_each_period_in_words()
    {
        var chart = ProgressReport.Of(Small).Blocks.OfType<ChartBlock>().First(c => c.Key == "status-over-time");

        chart.Title.ShouldBe("Status over 3 quarters");
        chart.Alt.ShouldStartWith("Overall: 2026-Q1 no data, 2026-Q2 on track, 2026-Q3 at risk.");
        chart.Table!.Rows[0].Cells!.Count.ShouldBe(4);
    }

    [Fact]
    public void A_long_reason_stands_whole_in_the_summary_and_cut_on_the_cover()
    {
        var report = ProgressReport.Of(Small with { Issue = Small.Issue with { Exception = string.Join(' ', Enumerable.Repeat("word", 500)) } });

        report.Blocks.OfType<CoverBlock>().Single().Remarks!.Single().Length.ShouldBeLessThan(300);
        report.Blocks.OfType<NoteBlock>().First(n => n.Key == "remarks").Text.Plain.Length.ShouldBeGreaterThan(2400);
    }

    [Fact]
    public void Nothing_is_divided_by_nothing()
    {
        var small = SnapshotSamples.Small;
        var money = small.Plans[1].Projects[0] with { Capex = 0, Preparation = 0, Lines = [] };
        var facts = SnapshotSamples.Facts(small with
        {
            Plans = [small.Plans[0] with { Actions = [], Objectives = [], Sections = [] }, small.Plans[1] with { Projects = [money] }],
            Indicators = [small.Indicators[0] with { Values = [], Actual = null, Baseline = 0, Target = 0 }], Risks = [],
        });

        var words = Words(ProgressReport.Of(facts));
        words.ShouldContain("there is no gap");
        words.ShouldNotContain("NaN", Case.Sensitive);
        words.ShouldNotContain("∞");
    }

    [Fact]
    public void Every_key_is_there_once_and_every_row_has_one()
    {
        foreach (var facts in (ReportFacts[])[Small, SnapshotSamples.Facts(SnapshotSamples.Large), SnapshotSamples.Facts(SnapshotSamples.Empty)])
            foreach (var kind in (ReportKind[])[ReportKind.Progress, ReportKind.Ceap, ReportKind.Ceip])
            {
                var blocks = ReportDocuments.Of(kind, facts).Blocks;
                blocks.Where(b => b is not (PageBreakBlock or LandscapeBlock)).ShouldAllBe(b => b.Key != null);
                blocks.Where(b => b.Key is not null).GroupBy(b => b.Key).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
                foreach (var table in blocks.OfType<TableBlock>())
                    table.Rows.Select(r => r.Key).ShouldBeUnique(table.Key);
            }
    }

    [Fact]
    public async Task The_page_shows_the_same_words()
    {
        var report = PrintableReport.From(ProgressReport.Of(Small with { Issue = Small.Issue with { Exception = "All places are shown." } }));
        var html = await RenderedView.OfAsync("/Features/Shared/Blocks/_Report.cshtml", report);

        html.ShouldContain("Funded by the European Union");
        html.ShouldContain("All places are shown.");
        var ids = XElement.Parse(html.Trim()).Descendants().Select(e => (string?)e.Attribute("id")).OfType<string>().ToList();
        ids.ShouldBeUnique();
    }

    [Fact]
    public void Rings_stand_on_the_cover_of_a_quarter_and_not_of_another_span()
    {
        Cover(Small).Art.ShouldNotBeNull();
        Cover(Small with { Now = Small.Now with { Period = new SnapshotPeriod("2026-X", "July and August", new(2026, 7, 1), new(2026, 8, 31)) } }).Art.ShouldBeNull();
    }

    [Theory]
    [InlineData(ReportState.Approved, SnapshotCause.Submitted, "Approved by the support office")]
    [InlineData(ReportState.Submitted, SnapshotCause.Submitted, "Submitted, not approved")]
    [InlineData(ReportState.InProgress, SnapshotCause.CutOff, "Captured at the cut-off without having been submitted")]
    public void The_cover_tells_the_state_of_the_report(ReportState state, SnapshotCause cause, string words) =>
        Cover(Small with { Issue = Small.Issue with { State = state, Cause = cause } }).Facts.Select(f => f.Text).ShouldContain(words);

    private static CoverBlock Cover(ReportFacts facts) => ProgressReport.Of(facts).Blocks.OfType<CoverBlock>().Single();

    private static string Row(Report report, string table, Guid id) =>
        System.Text.Json.JsonSerializer.Serialize(report.Blocks.OfType<TableBlock>().First(t => t.Key == table).Rows.First(r => r.Key == id.ToString()), ReportJson.Options);

    private static string Words(Report report) => System.Text.Encoding.UTF8.GetString(PrintableReport.From(report).Json.Span).Replace("\\u00A0", " ");
}
