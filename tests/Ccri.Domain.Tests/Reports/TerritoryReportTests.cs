using Ccri.Domain.Reports;
using static Ccri.Domain.Tests.Refusals;

namespace Ccri.Domain.Tests.Reports;

public sealed class TerritoryReportTests
{
    private static readonly DateTime Now = new(2026, 10, 12, 8, 0, 0, DateTimeKind.Utc);
    private static readonly Guid Territory = Guid.CreateVersion7(), Anna = Guid.CreateVersion7(), Bruno = Guid.CreateVersion7();

    [Fact]
    public void It_has_no_data_until_somebody_begins()
    {
        var report = new TerritoryReport(Guid.CreateVersion7(), Territory);
        (report.State, report.IsOpen).ShouldBe((ReportState.NoData, true));

        report.Write("  Six actions moved.  ", " ", Anna, Now);

        (report.State, report.Summary, report.Next, report.WrittenById).ShouldBe((ReportState.InProgress, "Six actions moved.", null, Anna));
        report.Begin(Bruno, Now);
        report.Steps.ShouldHaveSingleItem().PersonId.ShouldBe(Anna, "who begins again begins nothing");
    }

    [Fact]
    public void The_same_texts_again_do_not_change_who_wrote_them()
    {
        var report = Begun();

        report.Write("Six actions moved.", null, Bruno, Now.AddDays(1));

        (report.WrittenById, report.WrittenAt).ShouldBe((Anna, Now));
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_with_its_name_and_length()
    {
        var report = Begun();

        Refuses(() => report.Write(new string('ł', 4001), null, Anna, Now)).ShouldBe("The summary has 4001 characters. Please use at most 4000.");
        Refuses(() => report.Write("x", new string('ł', 4001), Anna, Now)).ShouldStartWith("The plan for the next period");
        report.Summary.ShouldBe("Six actions moved.");
    }

    [Fact]
    public void Submitted_it_lies_with_the_office_and_is_written_no_more()
    {
        var report = Submitted();

        (report.State, report.IsOpen, report.SubmittedById).ShouldBe((ReportState.Submitted, false, Anna));
        Refuses(() => report.Write("Seven actions moved.", null, Anna, Now)).ShouldContain("returned");
        Refuses(() => report.Submit(Guid.CreateVersion7(), Anna, Now)).ShouldContain("returned");
        Refuses(() => report.Capture(Guid.CreateVersion7(), Now)).ShouldContain("submitted");
    }

    [Fact]
    public void Whoever_submitted_it_cannot_approve_it_and_a_second_person_can()
    {
        var report = Submitted();

        Refuses(() => report.Approve(Anna, Now)).ShouldBe("You submitted this report, so somebody else approves it. Ask another officer.");
        report.Approve(Bruno, Now);

        report.State.ShouldBe(ReportState.Approved);
        Refuses(() => report.Approve(Bruno, Now)).ShouldContain("already");
    }

    [Fact]
    public void What_nobody_submitted_cannot_be_approved() => Refuses(() => Begun().Approve(Bruno, Now)).ShouldBe("Only a submitted report can be approved.");

    [Fact]
    public void Who_resubmits_is_who_cannot_approve_then()
    {
        var report = Submitted();
        Refuses(() => report.Return(" ", Bruno, Now)).ShouldContain("reason");
        report.Return("The gap of project 3 is missing.", Bruno, Now);
        (report.State, report.IsOpen).ShouldBe((ReportState.Returned, true));
        Refuses(() => report.Return("Again.", Bruno, Now)).ShouldContain("with the territory");

        var second = Guid.CreateVersion7();
        report.Submit(second, Bruno, Now);

        report.SnapshotId.ShouldBe(second);
        Refuses(() => report.Approve(Bruno, Now)).ShouldContain("You submitted");
        report.Approve(Anna, Now);
        report.Steps.Select(s => s.Kind).ShouldBe([ReportStepKind.Begun, ReportStepKind.Submitted, ReportStepKind.Returned, ReportStepKind.Submitted, ReportStepKind.Approved]);
        report.Steps.Select(s => s.Number).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public void An_approved_report_can_be_returned_too()
    {
        var report = Submitted();
        report.Approve(Bruno, Now);

        report.Return("A figure turned out to be wrong.", Bruno, Now);

        report.State.ShouldBe(ReportState.Returned);
    }

    [Fact]
    public void Captured_at_the_cut_off_it_waits_until_the_office_returns_it()
    {
        var report = Begun();
        report.Capture(Guid.CreateVersion7(), Now);

        (report.State, report.IsOpen).ShouldBe((ReportState.InProgress, false));
        Refuses(() => report.Write("Later.", null, Anna, Now)).ShouldContain("cut-off");
        Refuses(() => report.Submit(Guid.CreateVersion7(), Anna, Now)).ShouldContain("cut-off");
        report.Return("You may still send it until Friday.", Bruno, Now);
        report.Submit(Guid.CreateVersion7(), Anna, Now);
        (report.State, report.CapturedAt).ShouldBe((ReportState.Submitted, null));
    }

    [Fact]
    public void Reopened_it_keeps_state_and_snapshot_until_somebody_acts_on_it()
    {
        var (report, taken) = (Begun(), Guid.CreateVersion7());
        Refuses(() => report.Reopen(Bruno, Now)).ShouldContain("not captured");
        report.Capture(taken, Now);
        report.IsReopened.ShouldBeFalse();

        report.Reopen(Bruno, Now);

        (report.State, report.IsOpen, report.IsReopened, report.MayBeLate, report.SnapshotId).ShouldBe((ReportState.InProgress, true, true, true, taken));
        report.Write("Later.", null, Anna, Now);
        report.Say("It comes.", Anna, Now);
        report.IsReopened.ShouldBeTrue("a text that is not submitted takes nothing");
        report.Submit(Guid.CreateVersion7(), Anna, Now);
        report.Return("Not yet.", Bruno, Now);
        report.IsReopened.ShouldBeFalse("what a person sent back is being mended");
    }

    [Fact]
    public void Released_by_a_later_cut_off_it_is_as_if_it_had_not_been_captured()
    {
        var report = Begun();
        report.Capture(Guid.CreateVersion7(), Now);

        report.Release(Bruno, Now);

        (report.IsOpen, report.IsReopened, report.MayBeLate, report.SnapshotId).ShouldBe((true, false, false, null));
    }

    [Fact]
    public void A_remark_is_kept_in_every_state_and_changes_none()
    {
        var report = Submitted();

        report.Say("Is the tender out?", Bruno, Now);
        report.Say("Since Monday.", Anna, Now);

        report.State.ShouldBe(ReportState.Submitted);
        report.Steps.TakeLast(2).Select(s => (s.Kind, s.Text)).ShouldBe([(ReportStepKind.Remark, "Is the tender out?"), (ReportStepKind.Remark, "Since Monday.")]);
        Refuses(() => report.Say(" ", Anna, Now)).ShouldContain("remark");
        Refuses(() => report.Say(new string('x', 2001), Anna, Now)).ShouldContain("2000");
    }

    private static TerritoryReport Begun()
    {
        var report = new TerritoryReport(Guid.CreateVersion7(), Territory);
        report.Write("Six actions moved.", null, Anna, Now);
        return report;
    }

    private static TerritoryReport Submitted()
    {
        var report = Begun();
        report.Submit(Guid.CreateVersion7(), Anna, Now);
        return report;
    }
}
