using Ccri.Domain.Needs;

namespace Ccri.Domain.Tests.Needs;

public sealed class NeedPastTests
{
    private static readonly DateOnly Today = new(2026, 11, 22), Raised = new(2026, 1, 10);
    private static readonly Need Need = new(Guid.NewGuid(), 1, "regulation", "Which permits a reuse hub needs", Raised);

    [Fact]
    public void A_verdict_that_is_written_down_late_does_not_undo_a_later_one()
    {
        NeedStep[] steps = [Judged(NeedVerdict.Met, new(2026, 6, 1), writtenIn: 6), Judged(NeedVerdict.NotMet, new(2026, 5, 1), writtenIn: 7)];

        NeedPast.LastVerdict(steps)!.Verdict.ShouldBe(NeedVerdict.Met);
        NeedPast.StateOn(Today, steps, []).ShouldBe(NeedState.Met);
        NeedPast.StateOn(new(2026, 5, 31), steps, []).ShouldBe(NeedState.NotMet);
        NeedPast.Deciding(steps)!.On.ShouldBe(new DateOnly(2026, 6, 1));
    }

    [Fact]
    public void What_was_opened_again_stays_open_when_an_older_verdict_is_written_down()
    {
        NeedStep[] steps = [Judged(NeedVerdict.Met, new(2026, 3, 1), writtenIn: 3), new(Need, NeedStepKind.Reopened, new(2026, 4, 1), null, null, At(4)), Judged(NeedVerdict.Met, new(2026, 3, 15), writtenIn: 5)];

        NeedPast.StateOn(Today, steps, [new(2026, 2, 1)]).ShouldBe(NeedState.InSupport);
        NeedPast.StateOn(new(2026, 3, 20), steps, [new(2026, 2, 1)]).ShouldBe(NeedState.Met);
    }

    [Fact]
    public void A_need_that_was_split_is_over_from_that_day_on()
    {
        var part = Need.Split(2, "regulation", "Who grants them");
        NeedStep[] steps = [NeedStep.With(Need, NeedStepKind.Split, part, new(2026, 4, 1), null, null, At(4)), new(Need, NeedStepKind.Dropped, new(2026, 4, 1), "Split into need 2.", null, At(4))];

        NeedPast.StateOn(new(2026, 3, 31), steps, []).ShouldBe(NeedState.Open);
        NeedPast.StateOn(new(2026, 4, 1), steps, []).ShouldBe(NeedState.Dropped);
    }

    [Fact]
    public void Support_after_it_was_not_met_takes_it_up_again_and_the_last_day_of_support_counts()
    {
        NeedStep[] steps = [Judged(NeedVerdict.NotMet, new(2026, 5, 1), writtenIn: 5)];

        NeedPast.StateOn(new(2026, 5, 31), steps, [new(2026, 2, 1), new(2026, 6, 1)]).ShouldBe(NeedState.NotMet);
        NeedPast.StateOn(new(2026, 6, 1), steps, [new(2026, 2, 1), new(2026, 6, 1)]).ShouldBe(NeedState.InSupport);
        NeedPast.LastServed([new(2026, 6, 1), new(2026, 2, 1)]).ShouldBe(new DateOnly(2026, 6, 1));
        NeedPast.LastServed([]).ShouldBeNull();
    }

    private static NeedStep Judged(NeedVerdict verdict, DateOnly on, int writtenIn) => NeedStep.OfVerdict(Need, verdict, on, null, isTold: false, null, At(writtenIn), Today);

    private static DateTime At(int month) => new(2026, month, 20, 9, 0, 0, DateTimeKind.Utc);
}
