using Ccri.Domain.Findings;
using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Domain.Tests.Findings;

public sealed class CoherenceChecksTests
{
    private static readonly Guid Ceap = Guid.CreateVersion7(), Ceip = Guid.CreateVersion7();

    private readonly ActionFact _action = new(Guid.CreateVersion7(), Ceap, "1 Reuse", ActionStatus.InProgress, "City budget", new(2026, 5, 1), null, null);

    private readonly ProjectFact _project;

    public CoherenceChecksTests() => _project = new(Guid.CreateVersion7(), Ceip, "P1 Reuse hub", ProjectStage.Concept, _action.Id, new(2026, 6, 1), "Concept note", new ProjectMoney(Guid.Empty, 1_000, 0, []), []);

    [Fact]
    public void Two_plans_that_fit_have_no_finding() => Of([_action], [_project]).ShouldBeEmpty();

    [Fact]
    public void An_action_without_money_is_found_and_no_more_once_it_is_named_or_financed_or_over()
    {
        var bare = _action with { Id = Guid.CreateVersion7(), Funding = null };

        Of([_action, bare], [_project]).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(FindingKind.ActionWithoutMoney), f => f.SubjectId.ShouldBe(bare.Id), f => f.PlanIds.ShouldBe([Ceap, Ceip]));
        Of([_action, bare with { Funding = "Region" }], [_project]).ShouldBeEmpty();
        Of([_action, bare], [_project, _project with { Id = Guid.CreateVersion7(), ActionId = bare.Id }]).ShouldBeEmpty();
        Of([_action, bare with { Status = ActionStatus.Done }], [_project]).ShouldBeEmpty();
    }

    [Fact]
    public void Where_no_investment_plan_finances_the_actions_nobody_asks_for_their_money() =>
        CoherenceChecks.Of(new PlanFacts(Guid.Empty, [new(Ceap, PlanKind.Ceap, PlanStatus.Adopted, null)], [_action with { Funding = null }], [], [])).ShouldBeEmpty();

    [Fact]
    public void Money_for_no_action_or_for_one_that_was_dropped_is_found()
    {
        Of([_action], [_project with { ActionId = null }]).ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.MoneyWithoutAction);
        Of([], [_project with { ActionId = null }]).ShouldBeEmpty("there is no action to link it to");
        Of([_action with { Status = ActionStatus.Dropped }], [_project]).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Cause.ShouldBe(FindingCause.ActionDropped), f => f.Other.ShouldBe("1 Reuse"));
    }

    [Fact]
    public void The_same_money_in_two_projects_is_one_finding_and_refused_or_unknown_money_is_none()
    {
        var line = new LineFact(Guid.CreateVersion7(), FundingSource.Life, FundingInstrument.Grant, "cinea", 500_000, "EUR", FundingStatus.Approved);
        var other = _project with { Id = Later(), Name = "P2 Repair hub" };
        IReadOnlyList<Finding> With(LineFact second) => Of([_action], [_project with { Lines = [line] }, other with { Lines = [second with { Id = Guid.CreateVersion7() }] }]);

        With(line).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(FindingKind.SameMoneyTwice), f => f.What.ShouldBe("P2 Repair hub"), f => f.Other.ShouldBe("P1 Reuse hub"));
        With(line with { Status = FundingStatus.Rejected }).ShouldBeEmpty();
        With(line with { Amount = null }).ShouldBeEmpty();
        With(line with { Amount = 500_001 }).ShouldBeEmpty();
        With(line with { Provider = "another" }).ShouldBeEmpty();
        Of([_action], [_project with { Lines = [line, line with { Id = Guid.CreateVersion7() }] }, other]).ShouldBeEmpty("two shares in one project are that project's own matter");
    }

    [Fact]
    public void Of_two_projects_with_the_same_money_the_finding_is_about_the_later_one_whatever_they_are_called()
    {
        var line = new LineFact(Guid.CreateVersion7(), FundingSource.Life, FundingInstrument.Grant, "cinea", 500_000, "EUR", FundingStatus.Approved);
        var (first, second) = (_project with { Lines = [line] }, _project with { Id = Later(), Name = "P2 Repair hub", Lines = [line with { Id = Guid.CreateVersion7() }] });
        var before = Of([_action], [first, second]).Single();

        var renamed = Of([_action], [first with { Name = "P9 Reuse hub" }, second]).Single();

        (renamed.SubjectId, renamed.Fingerprint, renamed.Other).ShouldBe((before.SubjectId, before.Fingerprint, "P9 Reuse hub"));
    }

    [Fact]
    public void A_project_linked_to_an_action_of_an_expired_plan_says_so()
    {
        var (old, live) = (Guid.CreateVersion7(), _action with { Id = Guid.CreateVersion7() });
        var facts = Facts([live, _action with { PlanId = old }], [_project], []);
        facts = facts with { Plans = [.. facts.Plans, new(old, PlanKind.Ceap, PlanStatus.Expired, null)] };

        CoherenceChecks.Of(facts).Single(f => f.Kind == FindingKind.MoneyWithoutAction).ShouldSatisfyAllConditions(
            f => f.Cause.ShouldBe(FindingCause.PlanExpired), f => f.Other.ShouldBe("1 Reuse"), f => f.PlanIds.ShouldBe([Ceip, old]));
        CoherenceChecks.Of(facts with { Projects = [_project with { ActionId = live.Id }] }).ShouldBeEmpty();
    }

    [Fact]
    public void An_investment_that_begins_before_its_action_is_found()
    {
        Of([_action], [_project with { Begins = new(2026, 4, 30) }]).ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.InvestmentBeforeAction);
        Of([_action], [_project with { Begins = new(2026, 5, 1) }]).ShouldBeEmpty();
        Of([_action], [_project with { Begins = null }]).ShouldBeEmpty();
        Of([_action with { Start = null }], [_project]).ShouldBeEmpty();
    }

    [Fact]
    public void A_solution_without_an_indicator_of_its_own_or_of_an_action_is_found_while_it_goes_on()
    {
        var solution = new SolutionFact(Guid.CreateVersion7(), "Reuse", SolutionState.Active, Ceap, HasIndicator: false);
        IReadOnlyList<Finding> With(SolutionFact of, ActionFact action) => Of([action], [_project], [of]);

        With(solution, _action).ShouldHaveSingleItem().Kind.ShouldBe(FindingKind.SolutionWithoutIndicator);
        With(solution with { HasIndicator = true }, _action).ShouldBeEmpty();
        With(solution, _action with { SolutionId = solution.Id, IndicatorId = Guid.CreateVersion7() }).ShouldBeEmpty();
        With(solution, _action with { SolutionId = solution.Id }).ShouldHaveSingleItem();
        With(solution with { State = SolutionState.Stopped }, _action).ShouldBeEmpty();
    }

    [Fact]
    public void A_stage_without_evidence_or_with_money_that_is_not_secured_is_found()
    {
        Of([_action], [_project with { Evidence = null }]).ShouldHaveSingleItem().ShouldSatisfyAllConditions(f => f.Kind.ShouldBe(FindingKind.StageWithoutEvidence), f => f.Stage.ShouldBe(ProjectStage.Concept));
        Of([_action], [_project with { Evidence = null, Stage = ProjectStage.Idea }]).ShouldBeEmpty();
        Of([_action], [_project with { Stage = ProjectStage.FinancingSecured }]).ShouldHaveSingleItem().Cause.ShouldBe(FindingCause.MoneyNotSecured);
        Of([_action], [_project with { Stage = ProjectStage.FinancingSecured, Money = new(Guid.Empty, 1_000, 0, [new(1_000, FundingStatus.Contracted, FundingSource.OwnBudget, false)]) }]).ShouldBeEmpty();
        Of([_action], [_project with { Stage = ProjectStage.FinancingSecured, Money = new(Guid.Empty, null, 0, []) }]).ShouldBeEmpty("what is not known is not missing");
    }

    [Fact]
    public void What_is_over_is_looked_at_no_more()
    {
        var facts = Facts([_action with { Funding = null }], [_project with { ActionId = null, Evidence = null }], []);

        CoherenceChecks.Of(facts with { Plans = [.. facts.Plans.Select(p => p with { Status = PlanStatus.Expired })] }).ShouldBeEmpty();
        Of([_action], [_project with { Stage = ProjectStage.Stopped, ActionId = null, Evidence = null }]).ShouldBeEmpty();
    }

    [Fact]
    public void An_acceptance_holds_while_the_facts_stay_and_through_a_new_name()
    {
        var early = Of([_action], [_project with { Begins = new(2026, 4, 30) }]).Single();

        Of([_action with { Name = "1 Reuse and repair" }], [_project with { Begins = new(2026, 4, 30), Name = "P1" }]).Single().Fingerprint.ShouldBe(early.Fingerprint);
        Of([_action], [_project with { Begins = new(2026, 4, 29) }]).Single().Fingerprint.ShouldNotBe(early.Fingerprint);
    }

    private static IReadOnlyList<Finding> Of(IReadOnlyList<ActionFact> actions, IReadOnlyList<ProjectFact> projects, IReadOnlyList<SolutionFact>? solutions = null) => CoherenceChecks.Of(Facts(actions, projects, solutions ?? []));

    /// <summary>The id of something added after everything else here.</summary>
    private static Guid Later() => Guid.CreateVersion7(DateTimeOffset.UtcNow.AddMinutes(1));

    private static PlanFacts Facts(IReadOnlyList<ActionFact> actions, IReadOnlyList<ProjectFact> projects, IReadOnlyList<SolutionFact> solutions) =>
        new(Guid.CreateVersion7(), [new(Ceap, PlanKind.Ceap, PlanStatus.Adopted, null), new(Ceip, PlanKind.Ceip, PlanStatus.Drafting, Ceap)], actions, projects, solutions);
}
