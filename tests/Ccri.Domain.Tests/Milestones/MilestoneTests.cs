using Ccri.Domain.Milestones;
using FsCheck;
using FsCheck.Fluent;

namespace Ccri.Domain.Tests.Milestones;

public sealed class MilestoneTests
{
    private static readonly DateOnly Today = new(2026, 11, 22), Due = new(2026, 12, 31);
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void The_day_moves_with_a_reason_and_what_was_agreed_first_stays()
    {
        var (milestone, person) = (New(), Guid.NewGuid());

        milestone.Replan(Due.AddDays(45), " The permit is late. ", person, Now);

        (milestone.Due, milestone.FirstDue).ShouldBe((Due.AddDays(45), Due));
        var move = milestone.Moves.ShouldHaveSingleItem();
        (move.Kind, move.From, move.To, move.Days, move.Reason, move.PersonId, move.At).ShouldBe((MoveKind.Due, Due, Due.AddDays(45), 45, "The permit is late.", person, Now));
    }

    [Fact]
    public void A_move_without_a_reason_is_refused_and_the_same_day_is_no_move()
    {
        var milestone = New();

        Should.Throw<RuleViolationException>(() => milestone.Replan(Due.AddDays(1), " ", null, Now)).Message.ShouldBe("Say why the day is moved, in a sentence.");
        milestone.Replan(Due, null, null, Now);
        (milestone.Due, milestone.Moves.Count).ShouldBe((Due, 0));
    }

    [Fact]
    public void What_was_reached_is_not_moved_any_more_until_it_is_open_again()
    {
        var milestone = New();
        milestone.Finish(Today, Today);

        Should.Throw<RuleViolationException>(() => milestone.Replan(Due.AddDays(1), "x", null, Now)).Message.ShouldBe("The milestone was reached on 2026-11-22; its day cannot be moved any more.");
        Should.Throw<RuleViolationException>(() => milestone.Expect(Due.AddDays(1), "x", null, Now, Today)).Message.ShouldBe("The milestone was reached on 2026-11-22; it needs no forecast any more.");
        Should.Throw<RuleViolationException>(() => milestone.Block("x")).Message.ShouldBe("The milestone has been reached; nothing blocks it any more.");
        milestone.Reopen();
        milestone.Reopen();
        milestone.Replan(Due.AddDays(1), "x", null, Now);
        milestone.Due.ShouldBe(Due.AddDays(1));
    }

    [Fact]
    public void A_forecast_lies_ahead_and_on_the_agreed_day_it_is_none()
    {
        var milestone = New();

        Should.Throw<RuleViolationException>(() => milestone.Expect(Today.AddDays(-1), null, null, Now, Today)).Message
            .ShouldBe("The forecast (2026-11-21) lies in the past. Enter the day on which it is expected now, or say that it is done.");
        milestone.Expect(Today, null, null, Now, Today);
        (milestone.Forecast, milestone.Expected).ShouldBe((Today, Today));
        milestone.Expect(Due, null, null, Now, Today);
        (milestone.Forecast, milestone.Expected).ShouldBe((null, Due));
        milestone.Moves.Select(m => (m.Kind, m.From, m.To)).ShouldBe([(MoveKind.Forecast, Due, Today), (MoveKind.Forecast, Today, Due)]);
        milestone.Expect(null, null, null, Now, Today);
        milestone.Moves.Count.ShouldBe(2);
    }

    [Fact]
    public void It_is_done_on_a_day_that_has_come_and_then_nothing_blocks_it()
    {
        var milestone = New();
        milestone.Block(" No permit ");
        milestone.BlockedBy.ShouldBe("No permit");

        Should.Throw<RuleViolationException>(() => milestone.Finish(Today.AddDays(1), Today)).Message.ShouldBe("The day 2026-11-23 has not come yet. A milestone is done on the day it is reached.");
        milestone.Finish(Today, Today);
        (milestone.DoneOn, milestone.BlockedBy, milestone.Expected).ShouldBe((Today, null, Today));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(12, 12)]
    public void It_is_late_from_the_day_after(int days, int late)
    {
        var milestone = New();
        milestone.DaysLate(Due.AddDays(days)).ShouldBe(late);
        milestone.Finish(Due.AddDays(days), Due.AddDays(days));
        milestone.DaysLate(Due.AddDays(days)).ShouldBe(0);
    }

    [Fact]
    public void However_often_it_moves_its_moves_lead_from_the_first_day_to_the_one_agreed_now() =>
        Prop.ForAll(Gen.ListOf(Gen.Choose(-400, 400)).Select(list => list.ToArray()).ToArbitrary(), days =>
        {
            var milestone = New();
            foreach (var day in days)
                milestone.Replan(Due.AddDays(day), "A reason", null, Now);
            return milestone.FirstDue == Due && milestone.Moves.Sum(m => m.Days) == milestone.Due.DayNumber - Due.DayNumber
                && milestone.Moves.Zip(milestone.Moves.Skip(1)).All(pair => pair.First.To == pair.Second.From);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_has_a_name() => Should.Throw<RuleViolationException>(() => New().Call(" ")).Message.ShouldBe("The name of the milestone is missing. Please enter it.");

    private static Milestone New() => Milestone.OfSolution(Guid.NewGuid(), Guid.NewGuid(), "Permit granted", Due);
}
