using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Domain.Solutions;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Reports;

public sealed class ChangesTests
{
    private static readonly DateOnly Day = Snapshots.Day;

    [Fact]
    public void Between_a_snapshot_and_itself_nothing_changed() => Prop.ForAll(Snapshots.Two, two => Changes.Between(two.Before, two.Before).Count == 0).QuickCheckThrowOnFailure();

    [Fact]
    public void Looked_at_the_other_way_round_old_is_new() => Prop.ForAll(Snapshots.Two, two =>
    {
        var (there, back) = (Changes.Between(two.Before, two.After), Changes.Between(two.After, two.Before));
        Told(there, c => (c.Noun, c.Id, c.OldDay, c.NewDay), ChangeKind.Slipped).ShouldBe(Told(back, c => (c.Noun, c.Id, c.NewDay, c.OldDay), ChangeKind.BroughtForward));
        Told(there, c => (c.Noun, c.Id, c.Was, c.Is), ChangeKind.Status).ShouldBe(Told(back, c => (c.Noun, c.Id, c.Is, c.Was), ChangeKind.Status));
        Told(there, c => (c.Noun, c.Id, c.Figure, c.OldFigure, c.NewFigure), ChangeKind.Figure).ShouldBe(Told(back, c => (c.Noun, c.Id, c.Figure, c.NewFigure, c.OldFigure), ChangeKind.Figure));
        Told(there, c => (c.Noun, c.Id, c.NewDay, c.NewStep), ChangeKind.New).ShouldBe(Told([.. back.Where(c => c.NewStep is null && c.NewDay is null)], c => (c.Noun, c.Id, c.OldDay, c.OldStep), ChangeKind.Closed));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_order_of_the_rows_does_not_matter() => Prop.ForAll(Snapshots.Two, two => Changes.Between(two.Before, two.After).SequenceEqual(Changes.Between(two.Before, Turned(two.After)))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_closed_is_told_once_and_not_as_a_status_too() => Prop.ForAll(Snapshots.Two, two =>
    {
        var changes = Changes.Between(two.Before, two.After);
        return changes.Where(c => c.Kind is ChangeKind.Closed or ChangeKind.New && c.Noun != ChangeNoun.Finding).All(closed => changes.Count(c => (c.Noun, c.Id) == (closed.Noun, closed.Id)) == 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_bad_comes_first() => Prop.ForAll(Snapshots.Two, two =>
    {
        var attention = Changes.Between(two.Before, two.After).Select(Changes.NeedsAttention).ToList();
        return attention.SequenceEqual(attention.OrderByDescending(needs => needs));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_milestone_slips_with_the_reason_of_its_move()
    {
        var change = Between(Snapshots.Ceap(Snapshots.Action(10, milestones: Snapshots.Milestone(20, Day))), Snapshots.Ceap(Snapshots.Action(10, milestones: Snapshots.Milestone(20, Day.AddDays(45), reason: "The permit is late."))));

        change.ShouldBe(new Change(ChangeKind.Slipped, ChangeNoun.Milestone, Snapshots.Id(20), "Milestone 20", "CEAP-ASKER-1") { OldDay = Day, NewDay = Day.AddDays(45), Cause = "The permit is late." });
    }

    [Fact]
    public void An_action_is_expected_on_its_forecast_and_else_on_its_last_day() =>
        Between(Snapshots.Ceap(Snapshots.Action(10, end: Day)), Snapshots.Ceap(Snapshots.Action(10, end: Day) with { Forecast = Day.AddDays(-3) }))
            .ShouldBe(new Change(ChangeKind.BroughtForward, ChangeNoun.Action, Snapshots.Id(10), "10 Action", "CEAP-ASKER-1") { OldDay = Day, NewDay = Day.AddDays(-3) });

    [Fact]
    public void A_done_action_is_closed_on_its_day_and_its_later_end_is_no_slip() =>
        Between(Snapshots.Ceap(Snapshots.Action(10, end: Day.AddDays(-9))), Snapshots.Ceap(Snapshots.Action(10, ActionStatus.Done, Day.AddDays(9))))
            .ShouldBe(new Change(ChangeKind.Closed, ChangeNoun.Action, Snapshots.Id(10), "10 Action", "CEAP-ASKER-1") { OldDay = Day.AddDays(-9), NewDay = Day, OldStep = "InProgress", NewStep = "Done" });

    [Fact]
    public void A_new_plan_is_told_without_each_of_its_actions() =>
        Changes.Between(Snapshots.Empty, Snapshots.Empty with { Plans = [Snapshots.Ceap(Snapshots.Action(10), Snapshots.Action(11))] }).ShouldHaveSingleItem().Noun.ShouldBe(ChangeNoun.Plan);

    [Fact]
    public void Per_cent_done_alone_is_no_news() =>
        Changes.Between(Snapshots.Empty with { Plans = [Snapshots.Ceap(Snapshots.Action(10))] }, Snapshots.Empty with { Plans = [Snapshots.Ceap(Snapshots.Action(10) with { PercentDone = 40 })] }).ShouldBeEmpty();

    [Fact]
    public void The_next_gate_of_a_project_slips_only_while_its_stage_stays()
    {
        var before = Snapshots.Ceip(Snapshots.Project(30, ProjectStage.Concept, Day));

        Between(before, Snapshots.Ceip(Snapshots.Project(30, ProjectStage.Concept, Day.AddDays(20)))).Kind.ShouldBe(ChangeKind.Slipped);
        var step = Between(before, Snapshots.Ceip(Snapshots.Project(30, ProjectStage.PreFeasibility, Day.AddDays(200))));
        (step.Kind, step.OldStep, step.NewStep, step.Cause).ShouldBe((ChangeKind.Step, "Concept", "PreFeasibility", "Study"));
    }

    [Fact]
    public void Contracted_money_moves_the_line_the_secured_sum_and_the_gap()
    {
        var (before, after) = (Snapshots.Ceip(Snapshots.Project(30, capex: 900_00, lines: Snapshots.Line(40, FundingStatus.Approved, 400_00))), Snapshots.Ceip(Snapshots.Project(30, capex: 900_00, lines: Snapshots.Line(40, FundingStatus.Contracted, 400_00))));

        var changes = Changes.Between(Snapshots.Empty with { Plans = [before] }, Snapshots.Empty with { Plans = [after] });

        changes.Select(c => (c.Kind, c.Figure, c.OldFigure, c.NewFigure, c.Unit)).ShouldBe(
            [(ChangeKind.Step, null, null, null, null), (ChangeKind.Figure, ChangeFigure.Secured, 0, 400_00, "EUR"), (ChangeKind.Figure, ChangeFigure.Gap, 900_00, 500_00, "EUR")]);
        (changes[0].Name, changes[0].OldStep, changes[0].NewStep, changes[0].Source).ShouldBe(("P30 Project: CINEA", "Approved", "Contracted", FundingSource.Life));
    }

    [Fact]
    public void A_sum_without_the_amounts_of_a_project_that_became_confidential_is_no_change()
    {
        var project = Snapshots.Project(30, capex: 900_00, lines: Snapshots.Line(40, FundingStatus.Contracted, 400_00));
        var withheld = project with { Capex = null, Preparation = null, IsWithheld = true, Lines = [project.Lines[0] with { Amount = null }] };

        Changes.Between(Snapshots.Empty with { Plans = [Snapshots.Ceip(project)] }, Snapshots.Empty with { Plans = [Snapshots.Ceip(withheld)] }).ShouldBeEmpty();
    }

    [Fact]
    public void An_indicator_says_where_its_new_figure_comes_from()
    {
        var change = Changes.Between(Snapshots.Empty with { Indicators = [Snapshots.Indicator(7, 410.5m)] }, Snapshots.Empty with { Indicators = [Snapshots.Indicator(7, 410.5m, 402m)] }).ShouldHaveSingleItem();

        (change.Kind, change.Figure, change.OldFigure, change.NewFigure, change.Unit, change.Cause).ShouldBe((ChangeKind.Figure, ChangeFigure.Value, 410.5m, 402m, "kg", "One more month (Statistics)"));
    }

    [Fact]
    public void A_solution_that_goes_on_in_another_phase_tells_why()
    {
        var before = new SnapshotSolution(Snapshots.Id(4), "S-ASKER-1", "Textiles", SolutionState.Active, Phase.Map, true) { Phases = [new(Phase.Map, Day.AddYears(-1), DatePrecision.Day, null)] };
        var after = before with { Phase = Phase.Design, Phases = [.. before.Phases, new(Phase.Design, Day, DatePrecision.Day, "The baseline is there.")] };

        var change = Changes.Between(Snapshots.Empty with { Solutions = [before] }, Snapshots.Empty with { Solutions = [after] }).ShouldHaveSingleItem();

        (change.Kind, change.Noun, change.OldStep, change.NewStep, change.Cause).ShouldBe((ChangeKind.Step, ChangeNoun.Solution, "Map", "Design", "The baseline is there."));
    }

    [Fact]
    public void Who_turns_off_track_comes_before_who_slips_and_who_is_better_after_what_is_new()
    {
        SnapshotAction Standing(int id, Rag status, DateOnly end) => Snapshots.Action(id, end: end) with { Reading = new SnapshotStatus(status, $"{status}.") };
        var before = Snapshots.Ceap(Standing(10, Rag.OnTrack, Day), Standing(11, Rag.OffTrack, Day), Standing(12, Rag.OnTrack, Day));
        var after = Snapshots.Ceap(Standing(10, Rag.OnTrack, Day.AddDays(1)), Standing(11, Rag.OnTrack, Day), Standing(12, Rag.OffTrack, Day), Standing(13, Rag.OnTrack, Day));

        var changes = Changes.Between(Snapshots.Empty with { Plans = [before] }, Snapshots.Empty with { Plans = [after] });

        changes.Select(c => (c.Kind, c.Name)).ShouldBe([(ChangeKind.Status, "12 Action"), (ChangeKind.Slipped, "10 Action"), (ChangeKind.New, "13 Action"), (ChangeKind.Status, "11 Action")]);
        (changes[0].Was, changes[0].Is, changes[0].Cause).ShouldBe((Rag.OnTrack, Rag.OffTrack, "OffTrack."));
    }

    private static Change Between(SnapshotPlan before, SnapshotPlan after) => Changes.Between(Snapshots.Empty with { Plans = [before] }, Snapshots.Empty with { Plans = [after] }).ShouldHaveSingleItem();

    private static List<T> Told<T>(IReadOnlyList<Change> changes, Func<Change, T> what, ChangeKind kind) => [.. changes.Where(c => c.Kind == kind).Select(what).Order()];

    private static TerritorySnapshot Turned(TerritorySnapshot snapshot) => snapshot with
    {
        Plans = [.. snapshot.Plans.Reverse().Select(p => p with { Actions = [.. p.Actions.Reverse().Select(a => a with { Milestones = [.. a.Milestones.Reverse()] })], Projects = [.. p.Projects.Reverse().Select(x => x with { Lines = [.. x.Lines.Reverse()] })] })],
        Solutions = [.. snapshot.Solutions.Reverse()],
        Indicators = [.. snapshot.Indicators.Reverse()],
        Risks = [.. snapshot.Risks.Reverse()],
        Findings = [.. snapshot.Findings.Reverse()],
    };
}
