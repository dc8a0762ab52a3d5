using Ccri.Domain.Needs;
using Ccri.Domain.Solutions;
using Ccri.Domain.Support;
using static Ccri.Domain.Tests.Refusals;

namespace Ccri.Domain.Tests.Needs;

public sealed class NeedTests
{
    private static readonly DateOnly Today = new(2026, 11, 22), Raised = new(2026, 3, 1);
    private static readonly DateTime Now = new(2026, 11, 22, 9, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Territory = Guid.NewGuid();

    [Theory]
    [InlineData(0, 3, "The severity is between 1 and 5, not 0.")]
    [InlineData(3, 6, "The urgency is between 1 and 5, not 6.")]
    public void Severity_and_urgency_are_between_1_and_5(int severity, int urgency, string sentence)
    {
        var need = New();

        Refuses(() => need.Weigh(severity, urgency)).ShouldBe(sentence);
        (need.Severity, need.Urgency, need.Weight).ShouldBe((3, 3, 9));
    }

    [Fact]
    public void Support_moves_it_from_open_to_in_support_and_back_when_none_is_left()
    {
        var need = New();

        need.LeaveUnserved();
        need.State.ShouldBe(NeedState.Open);
        need.Serve();
        need.State.ShouldBe(NeedState.InSupport);
        need.LeaveUnserved();
        need.State.ShouldBe(NeedState.Open);
    }

    [Theory]
    [InlineData(NeedVerdict.Met, true, NeedState.Met)]
    [InlineData(NeedVerdict.NotMet, true, NeedState.NotMet)]
    [InlineData(NeedVerdict.Partly, true, NeedState.InSupport)]
    [InlineData(NeedVerdict.Partly, false, NeedState.Open)]
    public void The_territorys_verdict_decides(NeedVerdict verdict, bool isServed, NeedState state)
    {
        var need = New();

        need.Take(verdict, isServed);

        need.State.ShouldBe(state);
    }

    [Fact]
    public void More_support_after_it_did_not_help_takes_it_up_again_and_what_is_met_stays_met()
    {
        var (failed, met) = (New(), New());
        failed.Take(NeedVerdict.NotMet, isServed: true);
        met.Take(NeedVerdict.Met, isServed: true);

        failed.Serve();
        met.Serve();

        (failed.State, met.State).ShouldBe((NeedState.InSupport, NeedState.Met));
    }

    [Fact]
    public void It_is_dropped_with_a_reason_only_and_nothing_happens_to_it_until_it_is_open_again()
    {
        var need = New();

        Refuses(() => need.Drop(" ")).ShouldBe("The reason why it is dropped is missing. Please enter it.");
        need.Drop(" The council has decided otherwise. ");
        (need.State, need.StateReason, need.IsOpen).ShouldBe((NeedState.Dropped, "The council has decided otherwise.", false));
        Refuses(need.Serve).ShouldBe("Need 1 was dropped. Reopen it first.");
        Refuses(() => need.Take(NeedVerdict.Met, true)).ShouldBe("Need 1 was dropped. Reopen it first.");
        need.Reopen(isServed: true);
        (need.State, need.StateReason).ShouldBe((NeedState.InSupport, null));
        Refuses(() => need.Reopen(false)).ShouldBe("The need is open already.");
    }

    [Fact]
    public void Merged_into_another_it_lives_on_there_and_is_not_opened_again()
    {
        var (need, other) = (New(), New(2));

        Refuses(() => need.MergeInto(need, "same")).ShouldBe("A need cannot be merged into itself. Choose another one.");
        Refuses(() => need.MergeInto(new Need(Guid.NewGuid(), 1, "data", "Elsewhere", Raised), "same")).ShouldBe("Only needs of the same territory are merged.");
        need.MergeInto(other, "They say the same.");
        (need.State, need.MergedIntoId).ShouldBe((NeedState.Dropped, other.Id));
        Refuses(() => need.Reopen(false)).ShouldBe("The need was merged into another and lives on in that one.");
        Refuses(() => other.MergeInto(need, "back")).ShouldBe("Need 1 was merged into another and lives on in that one.");
        other.State.ShouldBe(NeedState.Open);
    }

    [Fact]
    public void A_part_of_it_is_as_old_as_grave_and_as_urgent()
    {
        var need = New();
        need.Weigh(5, 4);
        need.Want(Phase.Design, ActivityType.ExpertMission);

        var part = need.Split(2, "financing", "Who pays for the first two years?");

        (part.Number, part.Dimension, part.SplitFromId, part.RaisedOn, part.Severity, part.Urgency, part.Phase, part.Wanted, part.State)
            .ShouldBe((2, "financing", need.Id, Raised, 5, 4, Phase.Design, ActivityType.ExpertMission, NeedState.Open));
        need.Drop("split in full");
        Refuses(() => need.Split(3, "data", "More")).ShouldBe("Only an open need is split. Reopen it first.");
    }

    [Fact]
    public void A_verdict_lies_between_the_day_it_was_raised_and_today()
    {
        var need = New();

        Refuses(() => Verdict(Today.AddDays(1))).ShouldBe("The day 2026-11-23 has not come yet. Enter the day on which the territory said so.");
        Refuses(() => Verdict(Raised.AddDays(-1))).ShouldBe("The need was raised on 2026-03-01, so nobody can have judged it before that.");
        var step = Verdict(Today);
        (step.Kind, step.Verdict, step.IsTold, step.TerritoryId).ShouldBe((NeedStepKind.Judged, NeedVerdict.Partly, true, Territory));
        Refuses(() => need.Raise(Today.AddDays(1), Today)).ShouldBe("The day 2026-11-23 has not come yet. Enter the day on which the need was raised.");

        NeedStep Verdict(DateOnly on) => NeedStep.OfVerdict(need, NeedVerdict.Partly, on, null, isTold: true, null, Now, Today);
    }

    private static Need New(int number = 1) => new(Territory, number, "regulation", "Which permits a reuse hub needs", Raised);
}
