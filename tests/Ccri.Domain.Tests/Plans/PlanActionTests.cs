using Ccri.Domain.Plans;
using Ccri.Domain.Solutions;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Plans;

public sealed class PlanActionTests
{
    private static readonly Guid Plan = Guid.CreateVersion7(), Territory = Guid.CreateVersion7();
    private static readonly DateOnly Today = new(2026, 11, 22);

    private readonly PlanAction _action = New();

    private static PlanAction New() => new(Plan, Territory, " 3.2 ", " A hub for reused materials ");

    private static string Refused(Action verb) => Should.Throw<RuleViolationException>(verb).Message;

    [Fact]
    public void It_has_the_number_and_the_title_that_the_plan_gives_it()
    {
        (_action.Number, _action.Title).ShouldBe(("3.2", "A hub for reused materials"));
        Refused(() => _action.Call(" ", "A hub")).ShouldBe("The number of the action is missing. Please enter it.");
        Refused(() => _action.Call("3.2", " ")).ShouldBe("The title of the action is missing. Please enter it.");
        Refused(() => _action.Call(new string('1', 21), "A hub")).ShouldContain("at most 20");
    }

    [Fact]
    public void It_serves_an_objective_and_uses_levers_of_its_own_plan()
    {
        var (agenda, lever) = (new Objective(Plan, Territory, "Construction"), new Objective(Plan, Territory, "Procurement", isLever: true));

        _action.Serve(agenda, [lever]);
        (_action.ObjectiveId, _action.LeverIds.Single()).ShouldBe((agenda.Id, lever.Id));

        var elsewhere = new Objective(Guid.CreateVersion7(), Territory, "Elsewhere");
        Refused(() => _action.Serve(elsewhere, [])).ShouldStartWith("That objective is none of this plan.");
        Refused(() => _action.Serve(lever, [])).ShouldStartWith("That objective is none of this plan.");
        Refused(() => _action.Serve(agenda, [agenda])).ShouldStartWith("A lever is none of this plan.");
        _action.Serve(null, []);
        _action.ObjectiveId.ShouldBeNull();
    }

    [Fact]
    public void It_contributes_to_a_solution_of_its_own_territory_only()
    {
        var solution = new Solution(Territory, "CSS-FLANDERS-1", "Circular buildings");
        _action.Contribute(solution);
        _action.SolutionId.ShouldBe(solution.Id);

        Refused(() => _action.Contribute(new Solution(Guid.CreateVersion7(), "CSS-ASKER-1", "Another"))).ShouldBe("That solution belongs to another territory. Choose one of this territory.");
    }

    [Fact]
    public void It_does_not_end_before_it_begins()
    {
        _action.Run(new(2026, 1, 1), new(2026, 1, 31));
        Refused(() => _action.Run(new(2026, 2, 1), new(2026, 1, 31))).ShouldBe("The end (2026-01-31) lies before the start (2026-02-01).");
        _action.Run(null, new(2026, 1, 31));
        _action.Run(new(2026, 1, 1), null);
    }

    [Fact]
    public void A_budget_is_not_negative_and_in_a_known_currency()
    {
        _action.Cost(100_00, "nok", " Own budget ");
        (_action.Budget, _action.Currency, _action.Funding).ShouldBe((100_00L, "NOK", "Own budget"));
        _action.Cost(null, null, null);
        (_action.Budget, _action.Currency).ShouldBe((null, "EUR"));

        Refused(() => _action.Cost(-1, "EUR", null)).ShouldStartWith("The budget is negative.");
        Refused(() => _action.Cost(Money.Largest + 1, "EUR", null)).ShouldStartWith("The budget is too large");
        Refused(() => _action.Cost(1, "XYZ", null)).ShouldBe("“XYZ” is no currency that we know. Use a code such as EUR, NOK or SEK.");
    }

    [Fact]
    public void A_forecast_is_of_an_open_action_and_not_before_its_start()
    {
        _action.Run(new(2026, 3, 1), new(2026, 12, 31));
        _action.Expect(new(2027, 3, 31), Today);
        _action.Forecast.ShouldBe(new(2027, 3, 31));
        Refused(() => _action.Expect(new(2026, 2, 28), Today)).ShouldBe("The forecast (2026-02-28) lies before the start (2026-03-01).");

        Refused(() => _action.Expect(Today.AddDays(-1), Today)).ShouldBe("The forecast (2026-11-21) lies in the past. Enter the day on which it is expected to end now, or say that it is done.");
        _action.Forecast.ShouldBe(new(2027, 3, 31));

        _action.Expect(new(2026, 12, 31), Today); // as planned is no forecast
        _action.Forecast.ShouldBeNull();
        _action.Finish(Today, Today);
        Refused(() => _action.Expect(new(2027, 3, 31), Today)).ShouldBe("The action is over; it needs no forecast any more.");
    }

    [Fact]
    public void Progress_begins_the_work_and_100_does_not_say_that_it_is_done()
    {
        _action.Progress(0);
        _action.Status.ShouldBe(ActionStatus.NotStarted);
        _action.Progress(100);
        (_action.Status, _action.PercentDone, _action.DoneOn).ShouldBe((ActionStatus.InProgress, 100, null));
        Refused(() => _action.Progress(101)).ShouldBe("The progress is between 0 and 100 per cent, not 101.");
        Refused(() => _action.Progress(-1)).ShouldContain("not -1");
    }

    [Fact]
    public void It_is_done_on_a_day_that_has_come_and_not_before_its_start()
    {
        _action.Run(new(2026, 3, 1), null);
        Refused(() => _action.Finish(Today.AddDays(1), Today)).ShouldContain("has not come yet");
        Refused(() => _action.Finish(new(2026, 2, 28), Today)).ShouldBe("The action begins on 2026-03-01 and cannot be done before it.");

        _action.Finish(Today, Today);
        (_action.Status, _action.PercentDone, _action.DoneOn).ShouldBe((ActionStatus.Done, 100, Today));
        Refused(() => _action.Progress(50)).ShouldBe("The action is done. Take it up again first.");
        _action.TakeUp();
        (_action.Status, _action.PercentDone, _action.DoneOn).ShouldBe((ActionStatus.InProgress, 90, null));
    }

    [Fact]
    public void It_is_dropped_with_a_reason_and_then_rests_until_it_is_taken_up()
    {
        Refused(() => _action.Drop(" ")).ShouldBe("Say why the action is dropped, in a sentence.");
        _action.Drop("No money");
        (_action.Status, _action.Remark).ShouldBe((ActionStatus.Dropped, "No money"));
        Refused(() => _action.Finish(Today, Today)).ShouldStartWith("The action was dropped.");
        Refused(() => _action.Progress(50)).ShouldStartWith("The action was dropped.");
        _action.TakeUp();
        _action.Progress(50);
    }

    [Fact]
    public void It_is_late_after_its_planned_end_until_it_is_over()
    {
        _action.DaysLate(Today).ShouldBe(0); // no end is known
        _action.Run(null, Today);
        _action.DaysLate(Today).ShouldBe(0);
        _action.DaysLate(Today.AddDays(3)).ShouldBe(3);
        _action.Finish(Today, Today);
        _action.DaysLate(Today.AddDays(3)).ShouldBe(0);
    }

    [Fact]
    public void A_quick_edit_can_be_put_back_exactly()
    {
        _action.Run(new(2026, 3, 1), new(2026, 12, 31));
        _action.Progress(40);
        _action.Expect(new(2027, 3, 31), Today);
        var before = _action.Standing();

        _action.Finish(Today, Today);
        _action.PutBack(before, Today);
        _action.Standing().ShouldBe(before);

        _action.Finish(Today, Today);
        var done = _action.Standing();
        _action.TakeUp();
        _action.PutBack(done, Today);
        _action.Standing().ShouldBe(done);
        _action.PutBack(new ActionProgress(ActionStatus.NotStarted, 0, null, null), Today);
        (_action.Status, _action.DoneOn).ShouldBe((ActionStatus.NotStarted, null));

        Refused(() => _action.PutBack(new ActionProgress(ActionStatus.Dropped, 0, null, null), Today)).ShouldStartWith("The action was dropped.");
        Refused(() => _action.PutBack(new ActionProgress(ActionStatus.InProgress, 101, null, null), Today)).ShouldContain("not 101");
        _action.Drop("No money");
        Refused(() => _action.PutBack(before, Today)).ShouldStartWith("The action was dropped.");
    }

    /// <summary>Whatever is done to it, also what is refused.</summary>
    [Fact]
    public void Progress_never_leaves_0_to_100_and_done_is_always_100_with_its_day()
    {
        var verbs = Gen.Choose(0, 6).SelectMany(verb => Gen.Choose(-20, 120).Select(number => (verb, number)));
        Prop.ForAll(Gen.ListOf(verbs).ToArbitrary(), steps =>
        {
            var action = New();
            foreach (var (verb, number) in steps)
            {
                try
                {
                    Do(action, verb, number);
                }
                catch (RuleViolationException)
                {
                    // refused, and what stood there must still be sound
                }
                if (action.PercentDone is < 0 or > 100 || action.Status == ActionStatus.Done != (action.DoneOn is not null) || action.Status == ActionStatus.Done && action.PercentDone != 100)
                    return false;
            }
            return true;
        }).QuickCheckThrowOnFailure();
    }

    private static void Do(PlanAction action, int verb, int number)
    {
        switch (verb)
        {
            case 0: action.Progress(number); break;
            case 1: action.Finish(Today.AddDays(number), Today); break;
            case 2: action.TakeUp(); break;
            case 3: action.NotBegun(); break;
            case 4: action.Drop(number > 50 ? null : "No money"); break;
            case 5: action.Expect(Today.AddDays(number), Today); break;
            default: action.Run(Today.AddDays(-number), Today.AddDays(number)); break;
        }
    }
}
