using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reports;

public abstract class SnapshotCaptureTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task After_the_cut_off_whoever_has_not_submitted_is_captured_once_and_what_was_returned_waits()
    {
        await App.JobsHaveRunAsync();
        var period = await App.AddPeriodAsync("captured", Today.AddDays(-11), 10, "asker", "uppsala", "flanders", "munich");
        await ChangeAsync(period, "uppsala", (report, _) => report.Write("We opened a hub.", null, null, Yesterday));
        await ChangeAsync(period, "flanders", (report, snapshot) => report.Submit(snapshot, null, Yesterday));
        await ChangeAsync(period, "munich", (report, snapshot) =>
        {
            report.Submit(snapshot, null, Yesterday);
            report.Return("The figures are of last year.", null, Yesterday);
        });

        (await CaptureAsync()).ShouldBe("2 reports captured at the cut-off");
        (await CaptureAsync()).ShouldBe("0 reports captured at the cut-off");

        var reports = await ReportsAsync(period);
        reports.ToDictionary(r => r.Slug, r => (r.Report.State, IsCaptured: r.Report.CapturedAt is not null)).ShouldBe(new Dictionary<string, (ReportState, bool)>
        {
            ["asker"] = (ReportState.NoData, true), ["flanders"] = (ReportState.Submitted, false), ["munich"] = (ReportState.Returned, false), ["uppsala"] = (ReportState.InProgress, true),
        });
        var id = reports.Single(r => r.Slug == "uppsala").Report.SnapshotId;
        var kept = await App.WithDatabaseAsync(db => db.Snapshots.AsNoTracking().SingleAsync(s => s.Id == id, Cancellation));
        kept.Cause.ShouldBe(SnapshotCause.CutOff);
        CanonicalJson.Read<TerritorySnapshot>(kept.Content).Summary!.Text.ShouldBe("We opened a hub.");
    }

    [Fact]
    public async Task After_the_cut_off_nobody_submits_for_the_first_time_until_it_is_moved_which_opens_what_was_taken()
    {
        var period = await App.AddPeriodAsync("moved-late", Today.AddDays(-11), 10, "asker");
        var (coordinator, officer) = (await App.ActorAsync(Role.Coordinator), await App.ActorAsync(Role.Officer));
        await CaptureAsync();
        (await ReportsAsync(period)).ShouldHaveSingleItem().Report.CapturedAt.ShouldNotBeNull();
        (await Should.ThrowAsync<RuleViolationException>(() => officer.SubmitAsync(period.Code, "asker"))).Message.ShouldContain("cut-off");

        var form = await coordinator.SendAsync(new MovePeriod.Query(period.Code));
        await coordinator.SendAsync(form with { CutOffOn = Today, DeadlineOn = form.DeadlineOn > Today ? form.DeadlineOn : Today, Reason = "Asker asked for some days more." });

        (await ReportsAsync(period)).Single(r => r.Slug == "asker").Report.ShouldSatisfyAllConditions(r => r.CapturedAt.ShouldBeNull(), r => r.SnapshotId.ShouldBeNull());
        await officer.SubmitAsync(period.Code, "asker");
        (await App.ReportAsync(period.Code, "asker")).State.ShouldBe(ReportState.Submitted);
    }

    [Fact]
    public async Task Before_the_facts_are_taken_the_cut_off_holds_already()
    {
        await App.JobsHaveRunAsync();
        var period = await App.AddPeriodAsync("late-first", Today.AddDays(-11), 10, "asker");
        var officer = await App.ActorAsync(Role.Officer);
        await officer.SendAsync(new WriteReport.Command(period.Code, "asker", "Much was done.", null));

        (await Should.ThrowAsync<RuleViolationException>(() => officer.SendAsync(new SubmitReport.Command(period.Code, "asker")))).Message.ShouldContain("has passed");

        (await ReportsAsync(period)).ShouldHaveSingleItem().Report.State.ShouldBe(ReportState.InProgress);
        await CaptureAsync();
    }

    [Fact]
    public async Task What_a_reopened_period_opened_again_is_not_taken_again_and_can_be_submitted()
    {
        await App.JobsHaveRunAsync();
        var period = await App.AddPeriodAsync("reopened-late", Today.AddDays(-11), 10, "asker");
        await ChangeAsync(period, "asker", (report, snapshot) =>
        {
            report.Capture(snapshot, Yesterday);
            report.Reopen(null, Yesterday);
        });

        await CaptureAsync();

        (await ReportsAsync(period)).ShouldHaveSingleItem().Report.CapturedAt.ShouldBeNull();
        await (await App.ActorAsync(Role.Officer)).SubmitAsync(period.Code, "asker");
        (await App.ReportAsync(period.Code, "asker")).State.ShouldBe(ReportState.Submitted);
    }

    [Fact]
    public async Task On_the_day_of_the_cut_off_everybody_can_still_submit()
    {
        var period = await App.AddPeriodAsync("open-today", Today.AddDays(-10), 10, "asker");

        await CaptureAsync();

        (await ReportsAsync(period)).ShouldHaveSingleItem().Report.CapturedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_frozen_period_is_left_as_it_is()
    {
        var period = await App.AddPeriodAsync("frozen-before", Today.AddDays(-40), 10, "asker");
        await App.WithDatabaseAsync(async db =>
        {
            (await db.ReportingPeriods.Include(p => p.Steps).SingleAsync(p => p.Id == period.Id, Cancellation)).Freeze(0, null, false, null, Today, Yesterday);
            return await db.SaveChangesAsync(Cancellation);
        });

        await CaptureAsync();

        (await ReportsAsync(period)).ShouldHaveSingleItem().Report.CapturedAt.ShouldBeNull();
    }

    /// <summary>UTC; by the day of the programme, not of the machine.</summary>
    private DateTime Yesterday => Today.AddDays(-1).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);

    private async Task<string> CaptureAsync() => (await App.SendAsSystemAsync(new CaptureAtCutOff.Command())).Note;

    private Task<int> ChangeAsync(ReportingPeriod period, string slug, Action<TerritoryReport, Guid> change) => App.WithDatabaseAsync(async db =>
    {
        var report = await db.TerritoryReports.Include(r => r.Steps).SingleAsync(r => r.PeriodId == period.Id && db.Territories.Any(t => t.Id == r.TerritoryId && t.Slug == slug), Cancellation);
        var snapshot = db.Snapshots.Add(new Snapshot(period.Id, report.TerritoryId, 1, SnapshotCause.Submitted, TerritorySnapshot.Version, [1], Yesterday)).Entity;
        change(report, snapshot.Id);
        return await db.SaveChangesAsync(Cancellation);
    });

    private Task<List<(string Slug, TerritoryReport Report)>> ReportsAsync(ReportingPeriod period) => App.WithDatabaseAsync(async db =>
        (await db.TerritoryReports.AsNoTracking().Where(r => r.PeriodId == period.Id).Join(db.Territories, r => r.TerritoryId, t => t.Id, (r, t) => new { t.Slug, Report = r }).ToListAsync(Cancellation))
            .OrderBy(r => r.Slug, StringComparer.Ordinal).Select(r => (r.Slug, r.Report)).ToList());
}

public sealed class SnapshotCaptureOnSqlite(SqliteApp app) : SnapshotCaptureTests(app), IClassFixture<SqliteApp>;

public sealed class SnapshotCaptureOnPostgres(PostgresApp app) : SnapshotCaptureTests(app), IClassFixture<PostgresApp>;
