using Ccri.Domain.Findings;
using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Domain.Solutions;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Rendering;

namespace Ccri.Web.Tests.Reports.Documents;

/// <summary>What a document counts and lists, and what it leaves out.</summary>
public sealed class DocumentCountsTests
{
    private static readonly TerritorySnapshot Small = SnapshotSamples.Small;

    [Fact]
    public void Milestones_of_dropped_actions_and_stopped_solutions_are_not_counted()
    {
        Due(ProgressReport.Of(Facts(Small))).ShouldBe("of 3");
        Due(ProgressReport.Of(Facts(Dropped(101)))).ShouldBe("of 2");
        Due(ProgressReport.Of(Facts(Small with { Solutions = [Small.Solutions[0] with { State = SolutionState.Stopped, Reading = null }] }))).ShouldBe("of 2");
    }

    [Fact]
    public void A_report_on_plans_does_not_count_the_milestones_of_solutions()
    {
        Due(ActionPlanReport.Of(Facts(Small))).ShouldBe("of 2");
        Due(InvestmentPlanReport.Of(Facts(Small))).ShouldBeNull();
    }

    [Fact]
    public void An_expired_plan_counts_nowhere_and_nothing_of_it_falls_due()
    {
        var report = ProgressReport.Of(Facts(Small with { Plans = [Small.Plans[0] with { Status = PlanStatus.Expired }, Small.Plans[1]] }));

        Figures(report).ShouldNotContain(f => f.Key == "actions");
        Due(report).ShouldBe("of 1");
        Rows(report, "next-due").ShouldBe([$"{Id(305)}-due"]);
    }

    [Fact]
    public void What_falls_due_is_of_what_goes_on()
    {
        Rows(ProgressReport.Of(Facts(Small)), "next-due").ShouldBe([$"{Id(1022)}-due", $"{Id(305)}-due", $"{Id(102)}-due"]);
        Rows(ProgressReport.Of(Facts(Dropped(102))), "next-due").ShouldBe([$"{Id(305)}-due"]);
        foreach (var state in (SolutionState[])[SolutionState.Stopped, SolutionState.Completed])
            Rows(ProgressReport.Of(Facts(Small with { Solutions = [Small.Solutions[0] with { State = state }] })), "next-due").ShouldNotContain($"{Id(305)}-due");
    }

    [Fact]
    public void Milestones_and_effects_of_dropped_actions_are_not_told()
    {
        Rows(ActionPlanReport.Of(Facts(Dropped(102))), "CEAP-1-milestones-table").ShouldBe([$"{Id(1011)}"]);
        ActionPlanReport.Of(Facts(Dropped(102))).Blocks.ShouldNotContain(b => b.Key == "CEAP-1-effects-table");
    }

    [Fact]
    public void An_action_with_two_effects_of_a_kind_is_one_action_and_each_row_has_a_key()
    {
        SnapshotEffect[] effects = [new(EffectKind.MaterialRecovered, 1, "t/year", 2027), new(EffectKind.MaterialRecovered, 2, "t/year", 2028), new(EffectKind.GreenhouseGas, 3, "t CO2e", 2028)];
        var plan = Small.Plans[0];
        var report = ActionPlanReport.Of(Facts(Small with { Plans = [plan with { Actions = [plan.Actions[1] with { Effects = effects }] }] }));

        var table = Table(report, "CEAP-1-effects-table");
        table.Rows.Select(r => r.Key).ShouldBeUnique();
        table.Rows.Count.ShouldBe(5);
        Text(table).ShouldNotContain("2 actions");
    }

    [Fact]
    public void What_closed_after_the_period_is_told_once_in_the_first_report_that_has_it()
    {
        var late = Small with { Risks = [Small.Risks[1] with { ClosedOn = new(2026, 10, 5) }] };
        var next = late with { Period = new("2026-Q4", "Fourth quarter of 2026", new(2026, 10, 1), new(2026, 12, 31)) };

        Rows(ProgressReport.Of(Facts(late, SnapshotSamples.SmallBefore)), "risks-table").ShouldBe(["closed", $"{Id(502)}"]);
        Table(ProgressReport.Of(Facts(late)), "risks-table").Rows[0].Group.ShouldBe("Closed since 1\u00a0Jul\u00a02026: 1");
        Rows(ProgressReport.Of(Facts(next, late)), "risks-table").ShouldBeEmpty();
        Rows(ProgressReport.Of(Facts(next with { Risks = [late.Risks[0] with { ClosedOn = new(2026, 11, 5) }] }, late)), "risks-table").ShouldBe(["closed", $"{Id(502)}"]); // opened and closed again
        Rows(ActionPlanReport.Of(Facts(late)), "CEAP-1-recommendations-table").ShouldBe([$"{Id(190)}"]);
        ActionPlanReport.Of(Facts(next, late)).Blocks.ShouldNotContain(b => b.Key == "CEAP-1-recommendations-table");
    }

    [Fact]
    public void Several_findings_of_one_thing_have_rows_of_their_own_in_the_words_of_the_page()
    {
        SnapshotFinding Finding(FindingKind kind, string? accepted) => new(kind, Id(102), "A2", "Why.", accepted);
        var kinds = Enum.GetValues<FindingKind>();
        var before = Small with { Findings = [Finding(kinds[2], null), Finding(kinds[3], null)] };
        var report = ProgressReport.Of(Facts(Small with { Findings = [Finding(kinds[0], "Seen."), Finding(kinds[1], "Seen."), Finding(kinds[4], null), Finding(kinds[3], "Seen.")] }, before));

        var changes = Table(report, "changes-table");
        changes.Rows.Select(r => r.Key).ShouldBeUnique();
        changes.Rows.Count(r => r.Group is null).ShouldBe(5);
        Text(changes).ShouldContain("Not found any more");
        Text(changes).ShouldContain(Words.Of(kinds[4]));
        Table(report, "findings-table").Rows.Select(r => r.Key).ShouldBeUnique();
    }

    [Fact]
    public void Groups_of_changes_count_what_is_cut_too()
    {
        var many = Small with { Risks = [.. Enumerable.Range(1, 201).Select(i => Small.Risks[0] with { Id = Id(60_000 + i) })] };
        var table = Table(ProgressReport.Of(Facts(many, Small with { Risks = [] })), "changes-table");

        table.Rows.Single(r => r.Group is not null).Note.ShouldBe("201");
        table.Rows.Count.ShouldBe(201);
        table.Source!.Text.ShouldBe("1\u00a0more row is in the facts attached to this file.");
    }

    [Fact]
    public void Heads_are_no_rows()
    {
        TableBlock Risks(int open) => Table(ProgressReport.Of(Facts(Small with { Risks = [Small.Risks[1], .. Enumerable.Range(1, open).Select(i => Small.Risks[0] with { Id = Id(60_000 + i) })] })), "risks-table");

        Risks(79).Rows.Count.ShouldBe(82); // two heads
        Text(Risks(79)).ShouldContain(Small.Risks[1].Title);
        Risks(80).Rows.Count.ShouldBe(81); // no head without a row
        Risks(80).Source!.Text.ShouldStartWith("1\u00a0more row is in the facts attached to this file.");
    }

    [Fact]
    public void A_remark_is_a_cause_where_it_is_new()
    {
        var stays = SnapshotSamples.SmallBefore;
        stays = stays with { Plans = [stays.Plans[0] with { Actions = [stays.Plans[0].Actions[0] with { Remark = Small.Plans[0].Actions[0].Remark }, .. stays.Plans[0].Actions.Skip(1)] }, stays.Plans[1]] };

        Text(Table(ProgressReport.Of(Facts(Small, SnapshotSamples.SmallBefore)), "changes-table")).ShouldContain("tram depot");
        Text(Table(ProgressReport.Of(Facts(Small, stays)), "changes-table")).ShouldNotContain("tram depot");
        Text(Table(ProgressReport.Of(Facts(Dropped(101), stays)), "changes-table")).ShouldContain("tram depot");
    }

    private static Guid Id(int number) => SnapshotSamples.Id(number);

    private static ReportFacts Facts(TerritorySnapshot now, TerritorySnapshot? before = null) => SnapshotSamples.Facts(now, before);

    private static TerritorySnapshot Dropped(int action) => Small with
    {
        Plans = [Small.Plans[0] with { Actions = [.. Small.Plans[0].Actions.Select(a => a.Id == Id(action) ? a with { Status = ActionStatus.Dropped, Reading = null } : a)] }, Small.Plans[1]],
    };

    private static IReadOnlyList<Figure> Figures(Report report) => report.Blocks.OfType<FiguresBlock>().Single(b => b.Key == "figures").Items;

    private static string? Due(Report report) => Figures(report).SingleOrDefault(f => f.Key == "milestones")?.Unit;

    private static TableBlock Table(Report report, string key) => report.Blocks.OfType<TableBlock>().Single(t => t.Key == key);

    private static IEnumerable<string?> Rows(Report report, string table) => Table(report, table).Rows.Select(r => r.Key);

    private static string Text(TableBlock table) => System.Text.Json.JsonSerializer.Serialize(table.Rows, ReportJson.Options).Replace("\\u00A0", " ");
}
