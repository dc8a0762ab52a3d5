using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Domain.Tests.Plans;

public sealed class InvestmentProjectTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Territory = Guid.CreateVersion7();

    private readonly InvestmentProject _project = new(Guid.CreateVersion7(), Territory, " P1 ", "Material bank");

    [Fact]
    public void A_new_project_is_an_idea_of_which_nothing_else_is_known()
    {
        (_project.Number, _project.Stage, _project.Currency, _project.Capex, _project.IsConfidential).ShouldBe(("P1", ProjectStage.Idea, "EUR", null, false));
        _project.Stages.ShouldBeEmpty();
    }

    [Fact]
    public void Number_and_name_are_needed_and_short_enough()
    {
        _project.Call("3.2", "Biogas");
        Refused(() => _project.Call(" ", "Biogas")).ShouldBe("The number of the project is missing. Please enter it.");
        Refused(() => _project.Call(new string('1', 21), "Biogas")).ShouldContain("Please use at most 20.");
        Refused(() => _project.Call("1", "")).ShouldBe("The name of the project is missing. Please enter it.");
        (_project.Number, _project.Name).ShouldBe(("3.2", "Biogas"));
    }

    [Fact]
    public void It_goes_to_any_stage_and_back_and_each_change_is_kept()
    {
        _project.Enter(ProjectStage.Feasibility, new(2026, 1, 10), "Study", Today);
        _project.Enter(ProjectStage.Concept, new(2026, 5, 1), null, Today);
        _project.Enter(ProjectStage.Stopped, new(2026, 5, 1), "No site was found.", Today);
        _project.Enter(ProjectStage.Concept, Today, "A site was found.", Today);

        _project.Stage.ShouldBe(ProjectStage.Concept);
        _project.Stages.Select(s => (s.From, s.To)).ShouldBe([(ProjectStage.Idea, ProjectStage.Feasibility), (ProjectStage.Feasibility, ProjectStage.Concept),
            (ProjectStage.Concept, ProjectStage.Stopped), (ProjectStage.Stopped, ProjectStage.Concept)]);
        _project.Stages.ShouldAllBe(s => s.TerritoryId == Territory && s.ProjectId == _project.Id);
    }

    [Fact]
    public void The_stage_it_is_at_is_refused() => Refused(() => _project.Enter(ProjectStage.Idea, Today, null, Today)).ShouldBe("The project is at that stage already.");

    [Fact]
    public void Stopping_without_a_reason_is_refused() => Refused(() => _project.Enter(ProjectStage.Stopped, Today, " ", Today)).ShouldBe("Say why the project is stopped, in a sentence.");

    [Fact]
    public void A_stage_of_a_day_ahead_is_refused() =>
        Refused(() => _project.Enter(ProjectStage.Concept, Today.AddDays(1), null, Today)).ShouldBe("The day 2026-11-23 has not come yet. Record the stage once it is reached.");

    [Fact]
    public void A_stage_before_the_last_change_is_refused()
    {
        _project.Enter(ProjectStage.Concept, new(2026, 5, 1), null, Today);

        Refused(() => _project.Enter(ProjectStage.Feasibility, new(2026, 4, 30), null, Today)).ShouldBe("The last change of its stage is of 2026-05-01. The next one cannot lie before it.");
        _project.Stages.Count.ShouldBe(1);
    }

    [Fact]
    public void The_next_stage_is_the_one_after_until_it_operates()
    {
        InvestmentProject.Next(ProjectStage.Idea).ShouldBe(ProjectStage.Concept);
        InvestmentProject.Next(ProjectStage.UnderConstruction).ShouldBe(ProjectStage.Operating);
        InvestmentProject.Next(ProjectStage.Operating).ShouldBeNull();
        InvestmentProject.Next(ProjectStage.Stopped).ShouldBeNull();
    }

    [Fact]
    public void A_gate_is_late_after_its_day_while_a_decision_is_awaited()
    {
        InvestmentProject.DaysLate(ProjectStage.Concept, Today.AddDays(-3), Today).ShouldBe(3);
        InvestmentProject.DaysLate(ProjectStage.Concept, Today, Today).ShouldBe(0);
        InvestmentProject.DaysLate(ProjectStage.Concept, null, Today).ShouldBe(0);
        InvestmentProject.DaysLate(ProjectStage.Operating, Today.AddDays(-3), Today).ShouldBe(0);
        InvestmentProject.DaysLate(ProjectStage.Stopped, Today.AddDays(-3), Today).ShouldBe(0);
    }

    [Fact]
    public void Only_a_stopped_project_counts_in_no_sum() => Enum.GetValues<ProjectStage>().Where(s => !InvestmentProject.Counts(s)).ShouldBe([ProjectStage.Stopped]);

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    public void A_readiness_level_outside_1_to_9_is_refused(int trl) =>
        Refused(() => _project.Mature(trl, null, null, null)).ShouldBe($"The technology readiness level is between 1 and 9, not {trl}.");

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    public void A_readiness_outside_0_to_100_is_refused(int readiness) =>
        Refused(() => _project.Mature(null, null, readiness, null)).ShouldBe($"The readiness is between 0 and 100 per cent, not {readiness}.");

    [Fact]
    public void Its_maturity_is_told_and_the_gate_is_moved_by_itself()
    {
        _project.Mature(9, PermitStatus.Granted, 100, Today);
        _project.Decide(Today.AddDays(30));

        (_project.Trl, _project.Permits, _project.Readiness, _project.NextGate).ShouldBe((9, PermitStatus.Granted, 100, Today.AddDays(30)));
    }

    [Fact]
    public void Its_costs_are_told_in_one_currency_with_the_rate_and_its_day()
    {
        _project.Cost("sek", 11.2m, Today, 100, 20, null, 10, 25);

        (_project.Currency, _project.Rate, _project.RateOn, _project.Capex, _project.Opex, _project.Preparation, _project.Contingency, _project.Lifetime).ShouldBe(("SEK", 11.2m, Today, 100, 20, null, 10m, 25));
    }

    [Fact]
    public void Wrong_costs_are_refused_and_change_nothing()
    {
        const string Negative = "is negative or too large. Please enter 0 or more, or leave it empty when it is not known.";
        Refused(() => Cost(capex: -1)).ShouldBe($"The cost to build {Negative}");
        Refused(() => Cost(opex: -1)).ShouldBe($"The cost to run {Negative}");
        Refused(() => Cost(preparation: Money.Largest + 1)).ShouldBe($"The cost to prepare {Negative}");
        Refused(() => Cost(contingency: 101)).ShouldBe("The contingency is between 0 and 100 per cent, not 101.");
        Refused(() => Cost(lifetime: 0)).ShouldBe("The lifetime is between 1 and 200 years, not 0.");
        Refused(() => _project.Cost("ABC", null, null, 1, null, null, null, null)).ShouldContain("no currency that we know");
        Refused(() => _project.Cost("NOK", 11.5m, null, 1, null, null, null, null)).ShouldContain("day of the rate is missing");
        (_project.Capex, _project.Currency).ShouldBe((null, "EUR"));
    }

    [Fact]
    public void Revenue_and_savings_are_told_and_neither_is_negative()
    {
        _project.Earn(RevenueModel.GateFee, 100, 0);
        Refused(() => _project.Earn(null, -1, null)).ShouldStartWith("The revenue is negative");
        Refused(() => _project.Earn(null, null, -1)).ShouldStartWith("The savings are negative");
        (_project.Revenue, _project.YearlyRevenue, _project.YearlySavings).ShouldBe((RevenueModel.GateFee, 100, 0));
    }

    [Fact]
    public void Returns_may_be_negative_but_not_beyond_their_range()
    {
        _project.Return(-500, -3.5m, 12, 4);
        Refused(() => _project.Return(Money.Largest + 1, null, null, null)).ShouldContain("net present value is too large");
        Refused(() => _project.Return(null, -101, null, null)).ShouldBe("The rate of return is between -100 and 1000 per cent, not -101.");
        Refused(() => _project.Return(null, null, 201, null)).ShouldBe("The payback is between 0 and 200 years, not 201.");
        Refused(() => _project.Return(null, null, null, -1)).ShouldBe("The discount rate is between 0 and 100 per cent, not -1.");
        (_project.NetPresentValue, _project.ReturnRate, _project.Payback, _project.DiscountRate).ShouldBe((-500, -3.5m, 12m, 4m));
    }

    [Fact]
    public void Its_days_come_in_the_order_of_an_investment_and_some_may_be_missing()
    {
        _project.Schedule(new(2026, 1, 1), null, new(2026, 1, 1), new(2027, 1, 1));
        Refused(() => _project.Schedule(new(2026, 1, 2), null, new(2026, 1, 1), null)).ShouldBe("The day of construction (2026-01-01) lies before the day of start (2026-01-02).");
        (_project.Start, _project.Operation).ShouldBe((new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void It_is_linked_to_an_action_and_a_solution_of_its_own_territory_only()
    {
        var (action, solution) = (new PlanAction(Guid.CreateVersion7(), Territory, "1", "Reuse"), new Solution(Territory, "CSS-X-1", "Market"));
        var (theirAction, theirSolution) = (new PlanAction(Guid.CreateVersion7(), Guid.CreateVersion7(), "1", "Reuse"), new Solution(Guid.CreateVersion7(), "CSS-Y-1", "Market"));

        _project.Link(action, solution);
        Refused(() => _project.Link(theirAction, solution)).ShouldBe("That action belongs to another territory. Choose one of this territory.");
        Refused(() => _project.Link(action, theirSolution)).ShouldBe("That solution belongs to another territory. Choose one of this territory.");
        (_project.ActionId, _project.SolutionId).ShouldBe((action.Id, solution.Id));
        _project.Link(null, null);
        _project.ActionId.ShouldBeNull();
    }

    [Theory]
    [InlineData(FundingStatus.Contracted, false)]
    [InlineData(FundingStatus.Disbursed, false)]
    [InlineData(FundingStatus.Approved, true)]
    [InlineData(FundingStatus.Rejected, true)]
    public void It_is_removed_only_while_no_money_of_it_is_secured(FundingStatus status, bool isRemovable)
    {
        var (line, another) = (new FundingLine(_project), new FundingLine(new InvestmentProject(Guid.CreateVersion7(), Territory, "P2", "Another")));
        line.Stand(status, Today, Today);
        another.Stand(FundingStatus.Contracted, Today, Today);

        if (isRemovable)
            _project.RequireRemovable([line, another]);
        else
            Refused(() => _project.RequireRemovable([line])).ShouldBe("Money of this project is contracted or paid out, so it cannot be removed. Record that it is stopped instead: that keeps its history.");
    }

    private void Cost(long? capex = null, long? opex = null, long? preparation = null, decimal? contingency = null, int? lifetime = null) =>
        _project.Cost("EUR", null, null, capex, opex, preparation, contingency, lifetime);

    private static string Refused(Action verb) => Should.Throw<RuleViolationException>(verb).Message;
}
