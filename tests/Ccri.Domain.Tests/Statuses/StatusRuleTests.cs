using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Domain.Solutions;
using Ccri.Domain.Statuses;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Statuses;

public sealed class StatusRuleTests
{
    private static readonly DateOnly Today = Trees.Today;

    private static readonly Dictionary<Guid, Override> Nobody = [];

    [Fact]
    public void Of_any_tree_a_parent_stands_as_the_worst_of_what_it_has_and_says_itself() => Prop.ForAll(Trees.Territories, territory =>
        StatusRule.Judge(territory, Today, Nobody).All.Where(s => s.Status is not null).All(standing =>
        {
            var own = standing.Of.Read(Today)?.Status;
            var said = standing.Judged.Select(part => part.Status!.Value).Concat(own is { } status ? [status] : []).ToList();
            return standing.Status == (own == Rag.Complete ? Rag.Complete : said.Count == 0 ? Rag.NoData : said.MaxBy(Severity.Of));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void A_plan_or_a_territory_is_never_better_than_any_of_its_parts_that_is_known() => Prop.ForAll(Trees.Territories, territory =>
        StatusRule.Judge(territory, Today, Nobody).All.Where(s => s.Of is FollowedPlan or FollowedTerritory && s.Status is not null).All(standing =>
            standing.Judged.All(part => Severity.Of(part.Status!.Value) <= Severity.Of(standing.Status!.Value)))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_over_counts_nowhere() => Prop.ForAll(Trees.Territories, territory =>
    {
        var without = territory with { Parts = [.. territory.Parts.Where(part => !part.IsOut)] };
        return StatusRule.Judge(territory, Today, Nobody).Status == StatusRule.Judge(without, Today, Nobody).Status;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_status_improves_by_time_alone_also_not_one_that_a_person_gave() => Prop.ForAll(Trees.Territories, Gen.Choose(0, 60).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (territory, days, choice) =>
    {
        var overrides = Overridden(territory, choice);
        var (before, after) = (StatusRule.Judge(territory, Today, overrides).All.ToList(), StatusRule.Judge(territory, Today.AddDays(days), overrides).All.ToList());
        return before.Zip(after).All(pair => pair.First.Status is null == pair.Second.Status is null
            && (pair.First.Status is null || Severity.Of(pair.Second.Status!.Value) >= Severity.Of(pair.First.Status!.Value)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_persons_status_does_not_lapse_because_time_passes() => Prop.ForAll(Trees.Territories, Gen.Choose(0, 400).ToArbitrary(), Gen.Choose(0, 1000).ToArbitrary(), (territory, days, choice) =>
    {
        var overrides = Overridden(territory, choice);
        return StatusRule.Judge(territory, Today.AddDays(days), overrides).All.Where(s => s.Status is not null && overrides.ContainsKey(s.Of.Id)).All(s => s.By is not null && s.Lapsed is null);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_persons_status_holds_through_a_new_name_and_lapses_with_a_new_day()
    {
        var milestone = new FollowedMilestone(Guid.CreateVersion7(), "Permit", Today.AddDays(10), null, null, null);
        var overrides = Give(milestone, Rag.OffTrack);

        StatusRule.Judge(milestone with { Name = "Building permit" }, Today, overrides).Status.ShouldBe(Rag.OffTrack);
        var moved = StatusRule.Judge(milestone with { Forecast = Today.AddDays(11) }, Today, overrides);
        (moved.Status, moved.By, moved.Lapsed).ShouldBe((Rag.AtRisk, null, overrides[milestone.Id]));
    }

    [Fact]
    public void A_persons_status_of_a_plan_holds_while_each_part_stays_as_good_as_it_was_and_lapses_when_one_changes()
    {
        var action = new FollowedAction(Guid.CreateVersion7(), "1 Reuse", ActionStatus.InProgress, Today.AddDays(50), null, null);
        var plan = new FollowedPlan(Guid.CreateVersion7(), "Plan", PlanKind.Ceap, PlanStatus.Adopted) { Parts = [action] };
        var overrides = Give(plan, Rag.AtRisk);

        StatusRule.Judge(plan with { Parts = [action with { End = Today.AddDays(60) }] }, Today, overrides).By.ShouldNotBeNull("on track before and after");
        StatusRule.Judge(plan with { Parts = [action with { Forecast = Today.AddDays(90) }] }, Today, overrides).By.ShouldBeNull("expected to slip");
        StatusRule.Judge(plan with { Parts = [] }, Today, overrides).By.ShouldBeNull("the action is gone");
    }

    [Fact]
    public void A_good_word_of_a_person_is_no_excuse_for_what_got_worse_since()
    {
        var milestone = new FollowedMilestone(Guid.CreateVersion7(), "Permit", Today.AddDays(-20), null, null, null);
        var overrides = Give(milestone, Rag.OnTrack);

        StatusRule.Judge(milestone, Today.AddDays(10), overrides).Status.ShouldBe(Rag.OnTrack, "30 days late: as bad as the person knew");
        StatusRule.Judge(milestone, Today.AddDays(11), overrides).Status.ShouldBe(Rag.OffTrack);
    }

    [Fact]
    public void What_is_done_is_complete_whatever_is_open_in_it()
    {
        var late = new FollowedMilestone(Guid.CreateVersion7(), "Permit", Today.AddDays(-90), null, null, null);

        StatusRule.Judge(new FollowedAction(Guid.CreateVersion7(), "1", ActionStatus.Done, null, null, Today) { Parts = [late] }, Today, Nobody).Status.ShouldBe(Rag.Complete);
        StatusRule.Judge(new FollowedSolution(Guid.CreateVersion7(), "Solution", SolutionState.Completed) { Parts = [late] }, Today, Nobody).Status.ShouldBe(Rag.Complete);
    }

    [Fact]
    public void A_plan_of_which_nothing_is_known_has_no_data_and_one_known_part_speaks_for_it()
    {
        var undated = new FollowedAction(Guid.CreateVersion7(), "1", ActionStatus.NotStarted, null, null, null);
        var plan = new FollowedPlan(Guid.CreateVersion7(), "Plan", PlanKind.Ceap, PlanStatus.Drafting);

        StatusRule.Judge(plan, Today, Nobody).Ruled.ShouldBe(new Reading(Rag.NoData, Cause.NoParts));
        StatusRule.Judge(plan with { Parts = [undated] }, Today, Nobody).Status.ShouldBe(Rag.NoData);
        StatusRule.Judge(plan with { Parts = [undated, undated with { End = Today }] }, Today, Nobody).Status.ShouldBe(Rag.OnTrack);
    }

    [Fact]
    public void A_project_is_held_to_the_days_that_its_stage_has_not_reached()
    {
        var project = new FollowedProject(Guid.CreateVersion7(), "P1", ProjectStage.BusinessCase, Today.AddDays(5), Today.AddDays(-3), Today.AddDays(-40), null);

        project.Read(Today).ShouldBe(new Reading(Rag.OffTrack, Cause.Late, Today.AddDays(-40), 40, "construction"));
        (project with { Stage = ProjectStage.UnderConstruction }).Read(Today).ShouldBe(new Reading(Rag.OnTrack, Cause.Ahead, Today.AddDays(5), What: "next gate"));
        (project with { Stage = ProjectStage.Operating }).Read(Today)!.Status.ShouldBe(Rag.Complete);
    }

    [Fact]
    public void A_paused_solution_is_at_risk_and_its_worse_milestones_speak_louder()
    {
        var solution = new FollowedSolution(Guid.CreateVersion7(), "Solution", SolutionState.Paused);

        StatusRule.Judge(solution, Today, Nobody).Ruled.ShouldBe(new Reading(Rag.AtRisk, Cause.Paused));
        StatusRule.Judge(solution with { Parts = [new FollowedMilestone(Guid.CreateVersion7(), "Permit", Today, null, null, "No permit")] }, Today, Nobody).Status.ShouldBe(Rag.OffTrack);
    }

    private static Dictionary<Guid, Override> Give(Followed thing, Rag status) => new() { [thing.Id] = Of(thing, status, Nobody, Today) };

    /// <summary>Some things of a tree, the same ones for the same choice, with a status that a person gave them, each on a day of its own: parts first, as the fingerprint of a parent tells how its parts stood.</summary>
    private static Dictionary<Guid, Override> Overridden(Followed tree, int choice)
    {
        var overrides = new Dictionary<Guid, Override>();
        foreach (var (index, thing) in tree.All().Reverse().Index().Where(t => (t.Index + choice) % 3 == 0))
            overrides[thing.Id] = Of(thing, Override.Offered[(index + choice) % 7 % 3], overrides, Today.AddDays(Math.Min(0, index * (1 + choice % 5) - 60)));
        return overrides;
    }

    private static Override Of(Followed thing, Rag status, IReadOnlyDictionary<Guid, Override> overrides, DateOnly on) => new(Guid.CreateVersion7(), status, "Because we know better", on, StatusRule.FingerprintOf(thing, on, overrides), null);
}
