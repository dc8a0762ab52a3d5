using Ccri.Domain.Indicators;
using Ccri.Domain.Reports;

namespace Ccri.Domain.Tests.Reports;

public sealed class PeriodDaysTests
{
    private static readonly DateTime Now = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-Q4", "2026-10-01", "2026-12-31")]
    [InlineData(" 2028-Q1 ", "2028-01-01", "2028-03-31")]
    [InlineData("2026-Q5", null, null)]
    [InlineData("2026-q4", null, null)]
    [InlineData("1999-Q4", null, null)]
    [InlineData("+026-Q1", null, null)]
    [InlineData("half", null, null)]
    [InlineData(null, null, null)]
    public void The_days_of_a_quarter_follow_from_its_code(string? code, string? from, string? to) =>
        ReportingPeriod.QuarterOf(code).ShouldBe(from is null ? null : new Period(Day(from), Day(to!)));

    [Theory]
    [InlineData("2026-11-22", "2026-12-17", "2027-01-15", "2027-01-30")]
    [InlineData("2026-12-20", "2026-12-20", "2027-01-15", "2027-01-30")]
    [InlineData("2027-01-20", "2027-01-20", "2027-02-04", "2027-02-04")]
    [InlineData("2020-01-01", "2026-12-17", "2027-01-15", "2027-01-30")]
    public void The_usual_days_are_possible_whenever_somebody_thinks_of_it(string today, string opens, string cutOff, string deadline)
    {
        var days = ReportingPeriod.QuarterOf("2026-Q4")!.Value;
        var usual = ReportingPeriod.UsualDays(days, Day(today));

        usual.ShouldBe((Day(opens), Day(cutOff), Day(deadline)));
        new ReportingPeriod("2026-Q4", "Fourth quarter of 2026", days).Open(usual.OpensOn, usual.CutOffOn, usual.DeadlineOn, null, Now);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Q4")]
    [InlineData("2026/Q4")]
    [InlineData("тримесечие")]
    [InlineData("a-code-of-21-character")]
    public void A_code_that_no_address_can_hold_is_refused(string code) => Should.Throw<RuleViolationException>(() => new ReportingPeriod(code, "A name", Days));

    [Fact]
    public void Each_freezing_makes_the_next_revision_and_reopening_asks_why()
    {
        var period = Opened();
        Should.Throw<RuleViolationException>(() => period.Reopen("There is nothing to reopen.", null, Now));
        Should.Throw<RuleViolationException>(() => period.Freeze(0, null, isWhole: false, null, period.CutOffOn.AddDays(-1), Now)).Message.ShouldContain("cut-off");
        Should.Throw<RuleViolationException>(() => period.Freeze(7, null, isWhole: true, null, period.CutOffOn, Now)).Message.ShouldContain("7 of the participants");

        period.Freeze(7, "The names are not public yet.", isWhole: false, null, period.CutOffOn, Now).Revision.ShouldBe(1);
        Should.Throw<RuleViolationException>(() => period.Freeze(0, null, isWhole: true, null, period.CutOffOn, Now));
        Should.Throw<RuleViolationException>(() => period.Move(period.OpensOn, period.CutOffOn, period.DeadlineOn.AddDays(1), "Because of a holiday.", null, Now));
        Should.Throw<RuleViolationException>(() => period.Reopen("too short", null, Now));
        period.Reopen("A figure was wrong.", null, Now);
        period.Freeze(0, "not needed any more", isWhole: true, null, period.CutOffOn, Now).ShouldSatisfyAllConditions(s => s.Revision.ShouldBe(2), s => s.Reason.ShouldBeNull());
        period.Steps.Select(s => s.Kind).ShouldBe([PeriodStepKind.Opened, PeriodStepKind.Frozen, PeriodStepKind.Reopened, PeriodStepKind.Frozen]);
    }

    [Fact]
    public void Nothing_is_submitted_before_the_day_it_opens()
    {
        var period = Opened();

        Should.Throw<RuleViolationException>(() => period.RequireSubmittable(period.OpensOn.AddDays(-1), mayBeLate: true));
        period.RequireSubmittable(period.OpensOn, mayBeLate: false);
        period.RequireSubmittable(period.CutOffOn, mayBeLate: false);
        Should.Throw<RuleViolationException>(() => period.RequireSubmittable(period.CutOffOn.AddDays(1), mayBeLate: false)).Message.ShouldContain("has passed");
        period.RequireSubmittable(period.CutOffOn.AddDays(1), mayBeLate: true);
    }

    [Fact]
    public void A_captured_report_is_closed_until_it_is_returned()
    {
        var report = new TerritoryReport(Guid.CreateVersion7(), Guid.CreateVersion7());
        report.Capture(Guid.CreateVersion7(), Now);
        Should.Throw<RuleViolationException>(() => report.Write("Late", null, null, Now));
        Should.Throw<RuleViolationException>(() => report.Submit(Guid.CreateVersion7(), null, Now));

        report.Return("Submit it after all.", null, Now);

        report.IsOpen.ShouldBeTrue();
        report.Submit(Guid.CreateVersion7(), Guid.Empty, Now);
        Should.Throw<RuleViolationException>(() => report.Capture(Guid.CreateVersion7(), Now));
        Should.Throw<RuleViolationException>(() => report.Approve(Guid.Empty, Now)).Message.ShouldContain("You submitted");
        report.Approve(Guid.CreateVersion7(), Now);
        report.State.ShouldBe(ReportState.Approved);
    }

    private static Period Days => new(new(2026, 10, 1), new(2026, 12, 31));

    private static ReportingPeriod Opened()
    {
        var period = new ReportingPeriod("2026-Q4", "Fourth quarter of 2026", Days);
        period.Open(new(2026, 12, 17), new(2027, 1, 15), new(2027, 1, 30), null, Now);
        return period;
    }

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
