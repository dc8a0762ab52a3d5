using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;

namespace Ccri.Domain.Tests.Solutions;

public sealed class SolutionTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void Two_of_which_only_the_year_is_known_stay_in_the_order_they_were_recorded_in()
    {
        var solution = New();
        solution.Enter(Phase.Map, new(new(2024, 6, 1), DatePrecision.Year), null, Today);
        solution.Enter(Phase.Design, new(new(2024, 6, 1), DatePrecision.Year), null, Today);
        solution.Phase.ShouldBe(Phase.Design);
        Should.Throw<RuleViolationException>(() => solution.Enter(Phase.Map, new(new(2023, 6, 1), DatePrecision.Year), null, Today)).Message.ShouldStartWith("The phase Design began on 2024-01-01.");

        solution.LeavePhase().Phase.ShouldBe(Phase.Design);
        solution.Phase.ShouldBe(Phase.Map);
    }

    [Fact]
    public void A_phase_of_which_only_the_year_is_known_follows_a_day_of_that_year()
    {
        var solution = New();
        solution.Enter(Phase.Design, On(2024, 5, 1), null, Today);
        solution.Enter(Phase.Implement, new(new(2024, 6, 1), DatePrecision.Year), null, Today);

        solution.Phase.ShouldBe(Phase.Implement);
        solution.LeavePhase().Phase.ShouldBe(Phase.Implement);
    }

    [Fact]
    public void What_was_completed_by_mistake_is_resumed_with_its_reason()
    {
        var solution = New();
        solution.Complete(On(2026, 1, 1), "Done", "None", Today);
        solution.Resume(On(2026, 1, 2), "It was the wrong button", "Read twice", Today);
        solution.State.ShouldBe(SolutionState.Active);
    }

    [Fact]
    public void The_marketplace_of_Uppsala_closed_in_a_quarter_and_was_redesigned()
    {
        var solution = New();

        solution.Stop(new PartialDate(new DateOnly(2024, 2, 14), DatePrecision.Quarter), "Too few sellers.", "Find a payer for storage first.", Today);
        (solution.State, solution.Changes[0].On, solution.Changes[0].Precision).ShouldBe((SolutionState.Stopped, new DateOnly(2024, 1, 1), DatePrecision.Quarter));
        solution.Redesign(On(2024, 3, 1), "A service inside procurement.", "Begin with one buyer.", Today);

        solution.State.ShouldBe(SolutionState.Redesigned);
        solution.Changes.Select(c => (c.From, c.To)).ShouldBe([(SolutionState.Active, SolutionState.Stopped), (SolutionState.Stopped, SolutionState.Redesigned)]);
    }

    [Fact]
    public void Whatever_is_offered_next_is_allowed_and_nothing_else()
    {
        foreach (var from in Enum.GetValues<SolutionState>())
        {
            foreach (var to in Enum.GetValues<SolutionState>())
            {
                var solution = In(from);
                if (Solution.Next(from).Contains(to))
                {
                    Change(solution, to);
                    solution.State.ShouldBe(to);
                }
                else
                {
                    Should.Throw<RuleViolationException>(() => Change(solution, to)).Message.ShouldStartWith($"The solution is {from.ToString().ToLowerInvariant()} and cannot be ");
                    solution.State.ShouldBe(from);
                }
            }
        }
    }

    [Fact]
    public void A_change_needs_a_reason_and_a_lesson_and_a_day_that_has_come()
    {
        var solution = New();

        Should.Throw<RuleViolationException>(() => solution.Pause(On(2026, 11, 22), " ", "x", Today)).Message.ShouldBe("The reason is missing. Please enter it.");
        Should.Throw<RuleViolationException>(() => solution.Pause(On(2026, 11, 22), "x", "", Today)).Message.ShouldBe("The lesson is missing. Please enter it.");
        Should.Throw<RuleViolationException>(() => solution.Pause(On(2026, 11, 23), "x", "y", Today)).Message.ShouldBe("The day 2026-11-23 has not come yet. Record the change once it has happened.");
        (solution.State, solution.Changes.Count).ShouldBe((SolutionState.Active, 0));
        solution.Pause(On(2026, 11, 22), "x", "y", Today).To.ShouldBe(SolutionState.Paused);
    }

    [Fact]
    public void A_change_before_the_last_one_is_refused_but_the_same_quarter_is_not_before()
    {
        var solution = New();
        solution.Pause(On(2024, 2, 1), "x", "y", Today);

        Should.Throw<RuleViolationException>(() => solution.Resume(On(2024, 1, 31), "x", "y", Today)).Message.ShouldBe("The last change of its state is of 2024-02-01. The next one cannot lie before it.");
        solution.Resume(new PartialDate(new DateOnly(2024, 1, 1), DatePrecision.Quarter), "x", "y", Today);
        solution.State.ShouldBe(SolutionState.Active);
    }

    [Fact]
    public void A_phase_may_be_entered_again_and_taken_back()
    {
        var solution = New();
        solution.Enter(Phase.Map, On(2023, 1, 1), null, Today);
        solution.Enter(Phase.Implement, On(2023, 6, 1), " skipped the design ", Today).Note.ShouldBe("skipped the design");
        solution.Enter(Phase.Map, On(2024, 1, 1), "Mapped once more", Today);
        solution.Phase.ShouldBe(Phase.Map);

        solution.LeavePhase().Note.ShouldBe("Mapped once more");
        (solution.Phase, solution.Phases.Count).ShouldBe((Phase.Implement, 2));
        solution.LeavePhase();
        solution.LeavePhase();
        solution.Phase.ShouldBeNull();
        Should.Throw<RuleViolationException>(() => solution.LeavePhase()).Message.ShouldBe("No phase is recorded that could be taken back.");
    }

    [Fact]
    public void A_phase_that_has_not_begun_is_the_same_or_before_the_last_is_refused()
    {
        var solution = New();
        Should.Throw<RuleViolationException>(() => solution.Enter(Phase.Map, On(2026, 11, 23), null, Today)).Message.ShouldBe("The phase is to begin on 2026-11-23, which has not come yet. Record it once it has begun.");
        solution.Enter(Phase.Map, On(2026, 11, 22), null, Today);

        Should.Throw<RuleViolationException>(() => solution.Enter(Phase.Map, On(2026, 11, 22), null, Today)).Message.ShouldBe("The solution is in the phase Map already, since 2026-11-22.");
        Should.Throw<RuleViolationException>(() => solution.Enter(Phase.Design, On(2026, 11, 21), null, Today)).Message.ShouldBe("The phase Map began on 2026-11-22. The next one cannot begin before it.");
        solution.Enter(Phase.Design, new PartialDate(new DateOnly(2026, 1, 1), DatePrecision.Year), null, Today).From.ShouldBe(new DateOnly(2026, 1, 1));
    }

    [Fact]
    public void It_belongs_to_an_action_plan_of_its_own_territory()
    {
        var solution = New();
        var (own, foreign, investment) = (PlanOf(solution.TerritoryId), PlanOf(Guid.NewGuid()), PlanOf(solution.TerritoryId, PlanKind.Ceip));

        solution.BelongTo(own);
        solution.PlanId.ShouldBe(own.Id);
        Should.Throw<RuleViolationException>(() => solution.BelongTo(foreign)).Message.ShouldBe("That plan belongs to another territory. Choose one of this territory.");
        Should.Throw<RuleViolationException>(() => solution.BelongTo(investment)).Message.ShouldBe("A solution is part of an action plan. Choose an action plan.");
        solution.PlanId.ShouldBe(own.Id);
        solution.BelongTo(null);
        solution.PlanId.ShouldBeNull();
    }

    [Fact]
    public void Its_title_is_found_without_accents_and_lists_hold_no_blanks_and_no_doubles()
    {
        var solution = New();
        solution.Call(" Økonomi ");
        solution.WorkIn([" reuse", "", "reuse ", "plastics"]);
        solution.Span([" ", "textiles"]);

        (solution.Title, solution.SearchTitle).ShouldBe(("Økonomi", "okonomi"));
        solution.Sectors.ShouldBe(["reuse", "plastics"]);
        solution.ValueChains.ShouldBe(["textiles"]);
        Should.Throw<RuleViolationException>(() => solution.Call(" ")).Message.ShouldBe("The title of the solution is missing. Please enter it.");
    }

    private static Solution New() => new(Guid.NewGuid(), "CSS-UPPSALA-1", "Marketplace");

    private static Plan PlanOf(Guid territory, PlanKind kind = PlanKind.Ceap) => new(territory, kind, "CEAP-X-1", "A plan");

    private static PartialDate On(int year, int month, int day) => new(new DateOnly(year, month, day));

    private static Solution In(SolutionState state)
    {
        var solution = New();
        if (state != SolutionState.Active)
            Change(solution, state);
        return solution;
    }

    private static StateChange Change(Solution solution, SolutionState to) => to switch
    {
        SolutionState.Paused => solution.Pause(On(2026, 1, 1), "x", "y", Today),
        SolutionState.Stopped => solution.Stop(On(2026, 1, 1), "x", "y", Today),
        SolutionState.Redesigned => solution.Redesign(On(2026, 1, 1), "x", "y", Today),
        SolutionState.Completed => solution.Complete(On(2026, 1, 1), "x", "y", Today),
        _ => solution.Resume(On(2026, 1, 1), "x", "y", Today),
    };
}
