using Ccri.Domain.Indicators;
using Ccri.Domain.Reports;
using static Ccri.Domain.Tests.Refusals;

namespace Ccri.Domain.Tests.Reports;

public sealed class ReportingPeriodTests
{
    private static readonly DateTime Now = new(2026, 10, 16, 8, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 10, 16);
    private static readonly Guid Coordinator = Guid.CreateVersion7();

    [Theory]
    [InlineData("2026-01-01", "2026-Q1", "First quarter of 2026", "2026-01-01", "2026-03-31")]
    [InlineData("2024-02-29", "2024-Q1", "First quarter of 2024", "2024-01-01", "2024-03-31")]
    [InlineData("2026-10-25", "2026-Q4", "Fourth quarter of 2026", "2026-10-01", "2026-12-31")]
    [InlineData("2026-12-31", "2026-Q4", "Fourth quarter of 2026", "2026-10-01", "2026-12-31")]
    public void A_day_lies_in_a_quarter_with_its_code_and_name(string day, string code, string name, string from, string to)
    {
        var quarter = ReportingPeriod.QuarterOf(DateOnly.Parse(day, null));

        quarter.ShouldBe((code, name, new Period(DateOnly.Parse(from, null), DateOnly.Parse(to, null))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026/Q3")]
    [InlineData("2026 Q3")]
    [InlineData("-Q3")]
    [InlineData("Q3é")]
    [InlineData("a-code-that-is-too-long")]
    public void A_code_is_part_of_addresses_and_file_names(string code) =>
        Refuses(() => new ReportingPeriod(code, "Third quarter", new(new(2026, 7, 1), new(2026, 9, 30)))).ShouldContain("code");

    [Fact]
    public void It_opens_within_the_period_is_cut_off_after_that_and_due_after_that()
    {
        var period = new ReportingPeriod("2026-Q3", "Third quarter of 2026", new(new(2026, 7, 1), new(2026, 9, 30)));

        Refuses(() => period.Open(new(2026, 6, 30), new(2026, 10, 15), new(2026, 10, 30), Coordinator, Now)).ShouldContain("2026-07-01");
        Refuses(() => period.Open(new(2026, 9, 16), new(2026, 9, 15), new(2026, 10, 30), Coordinator, Now)).ShouldContain("cut-off");
        Refuses(() => period.Open(new(2026, 9, 16), new(2026, 10, 15), new(2026, 10, 14), Coordinator, Now)).ShouldContain("deadline");
        period.Steps.ShouldBeEmpty();

        period.Open(new(2026, 9, 16), new(2026, 10, 15), new(2026, 10, 30), Coordinator, Now);
        period.Steps.ShouldHaveSingleItem().Kind.ShouldBe(PeriodStepKind.Opened);
        (period.OpensOn, period.CutOffOn, period.DeadlineOn).ShouldBe((new(2026, 9, 16), new(2026, 10, 15), new(2026, 10, 30)));
    }

    [Fact]
    public void Its_days_are_moved_with_a_reason_which_is_kept()
    {
        var period = Opened();

        Refuses(() => period.Move(period.OpensOn, new(2026, 10, 20), new(2026, 10, 30), " ", Coordinator, Now)).ShouldContain("reason");
        Refuses(() => period.Move(period.OpensOn, new(2026, 10, 20), new(2026, 10, 30), "Because", Coordinator, Now)).ShouldContain("why");
        period.Move(period.OpensOn, period.CutOffOn, period.DeadlineOn, null, Coordinator, Now); // nothing moved, nothing to say
        period.Steps.Count.ShouldBe(1);

        period.Move(period.OpensOn, new(2026, 10, 20), new(2026, 10, 30), "Three territories were closed for a week.", Coordinator, Now);
        period.CutOffOn.ShouldBe(new(2026, 10, 20));
        period.Steps[^1].ShouldSatisfyAllConditions(s => s.Kind.ShouldBe(PeriodStepKind.Moved), s => s.Reason.ShouldBe("Three territories were closed for a week."), s => s.PersonId.ShouldBe(Coordinator));
    }

    [Fact]
    public void It_is_frozen_once_the_cut_off_has_come_or_everything_is_approved()
    {
        Refuses(() => Opened().Freeze(0, null, isWhole: false, Coordinator, new(2026, 10, 14), Now)).ShouldContain("2026-10-15");
        Opened().Freeze(0, null, isWhole: false, Coordinator, new(2026, 10, 15), Now).Revision.ShouldBe(1);
        Opened().Freeze(0, null, isWhole: true, Coordinator, new(2026, 10, 1), Now).Revision.ShouldBe(1);
    }

    [Fact]
    public void Unconfirmed_or_unnamed_participants_block_a_freezing_unless_a_reason_is_given_which_is_kept()
    {
        var period = Opened();

        Refuses(() => period.Freeze(7, null, true, Coordinator, Today, Now)).ShouldBe(
            "7 of the participants are unconfirmed or not named. Name and confirm them, or say why the period is frozen with them; the reason is printed.");
        Refuses(() => period.Freeze(1, "", true, Coordinator, Today, Now)).ShouldStartWith("1 of the participants is");
        Refuses(() => period.Freeze(1, "later", true, Coordinator, Today, Now)).ShouldContain("why");
        (period.IsFrozen, period.Revision).ShouldBe((false, 0));

        var step = period.Freeze(7, "Their names are not public yet.", true, Coordinator, Today, Now);
        (step.Kind, step.Reason, step.Revision).ShouldBe((PeriodStepKind.Frozen, "Their names are not public yet.", 1));
        Opened().Freeze(0, "A reason nobody asked for.", true, Coordinator, Today, Now).Reason.ShouldBeNull("there is nothing to excuse, so nothing is printed");
    }

    [Fact]
    public void Reopened_and_frozen_again_it_has_the_next_revision()
    {
        var period = Opened();
        Refuses(() => period.Reopen("A figure was wrong.", Coordinator, Now)).ShouldContain("not frozen");
        period.Freeze(0, null, true, Coordinator, Today, Now);

        Refuses(() => period.Freeze(0, null, true, Coordinator, Today, Now)).ShouldContain("revision 1");
        Refuses(() => period.Move(period.OpensOn, period.CutOffOn, new(2026, 11, 30), "A reason long enough.", Coordinator, Now)).ShouldContain("frozen");
        Refuses(() => period.Call("Another name")).ShouldContain("frozen");
        Refuses(() => period.Reopen(null, Coordinator, Now)).ShouldContain("reason");

        period.Reopen("A figure of Uppsala was wrong.", Coordinator, Now);
        (period.IsFrozen, period.Revision).ShouldBe((false, 1), "the first revision stays the last one that was issued");
        period.Freeze(0, null, true, Coordinator, Today, Now.AddDays(1));
        (period.IsFrozen, period.Revision, period.FrozenAt).ShouldBe((true, 2, Now.AddDays(1)));
        period.Steps.Select(s => s.Kind).ShouldBe([PeriodStepKind.Opened, PeriodStepKind.Frozen, PeriodStepKind.Reopened, PeriodStepKind.Frozen]);
    }

    private static ReportingPeriod Opened()
    {
        var period = new ReportingPeriod("2026-Q3", "Third quarter of 2026", new(new(2026, 7, 1), new(2026, 9, 30)));
        period.Open(new(2026, 9, 16), new(2026, 10, 15), new(2026, 10, 30), Coordinator, Now);
        return period;
    }
}
