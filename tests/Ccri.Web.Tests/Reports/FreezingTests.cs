using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Ccri.Web.Tests.Plans;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reports;

public abstract class FreezingTests(CcriApp app) : BothDatabases(app)
{
    private const string Place = "uppsala";

    [Fact]
    public async Task Freezing_seals_everybody_captures_who_has_not_submitted_and_promises_the_files()
    {
        var (code, id) = (await App.PeriodAsync(daysToCutOff: 0), await App.IdOfAsync(Place));
        var coordinator = await App.ActorAsync(Role.Coordinator);
        await App.AddPlanAsync("asker", PlanKind.Ceip);
        await (await App.ActorAsync(Role.Territory, id)).SubmitAsync(code, Place);

        await coordinator.SendAsync(new FreezePeriod.Command(code, ReportSamples.Reason));

        var period = await App.SendAsync(new GetPeriod.Query(code));
        (period.Period.IsFrozen, period.Period.Revision, period.Captured).ShouldBe((true, 1, period.Rows.Count - 1));
        period.Steps[0].Reason.ShouldBe(ReportSamples.Reason);
        var sealedOnes = await SealedAsync(code, 1);
        sealedOnes.Count.ShouldBe(period.Rows.Count);
        sealedOnes.Single(s => s.TerritoryId == id).ShouldSatisfyAllConditions(s => s.State.ShouldBe(ReportState.Submitted), s => s.Cause.ShouldBe(SnapshotCause.Submitted));
        sealedOnes.Where(s => s.TerritoryId != id).ShouldAllBe(s => s.Cause == SnapshotCause.Freezing && s.State == ReportState.NoData);
        var quarter = (await App.SnapshotsAsync(code, null)).ShouldHaveSingleItem();
        var lines = CanonicalJson.Read<QuarterSnapshot>(quarter.Content).Territories;
        lines.Count.ShouldBe(period.Rows.Count);
        var files = await FilesAsync(code, 1);
        files.ShouldContain(f => f.Kind == ReportKind.Quarter && f.Name == $"{code}-r1-quarter.pdf" && f.SnapshotId == quarter.Id && f.TerritoryId == null);
        files.Count(f => f.Kind == ReportKind.Progress).ShouldBe(period.Rows.Count);
        files.ShouldAllBe(f => f.State == FileState.Waiting);
        (await App.WithDatabaseAsync(db => db.ReportRuns.CountAsync(r => db.ReportingPeriods.Any(p => p.Id == r.PeriodId && p.Code == code)))).ShouldBe(1);
    }

    [Fact]
    public async Task Unnamed_participants_block_until_somebody_says_why()
    {
        var (code, coordinator) = (await App.PeriodAsync(daysToCutOff: 0), await App.ActorAsync(Role.Coordinator));

        var refused = await Should.ThrowAsync<ValidationException>(() => coordinator.SendAsync(new FreezePeriod.Command(code, null)));
        refused.Message.ShouldContain("unconfirmed or not named");
        await Should.ThrowAsync<ValidationException>(() => coordinator.SendAsync(new FreezePeriod.Command(code, "no")));

        (await App.SendAsync(new GetPeriod.Query(code))).Period.IsFrozen.ShouldBeFalse();
        (await SealedAsync(code, 1)).ShouldBeEmpty();
        (await App.SendAsync(new GetFreezing.Query(code))).Unnamed.Count(u => !u.IsNamed).ShouldBe(7);
    }

    [Fact]
    public async Task Before_the_cut_off_a_period_is_frozen_only_when_all_is_approved()
    {
        var (code, coordinator) = (await App.PeriodAsync(daysToCutOff: 5), await App.ActorAsync(Role.Coordinator));

        (await Should.ThrowAsync<ValidationException>(() => coordinator.SendAsync(new FreezePeriod.Command(code, ReportSamples.Reason)))).Message.ShouldContain("The cut-off");
        (await App.SendAsync(new GetFreezing.Query(code))).Objection.ShouldNotBeNull().ShouldContain("in 5 days");
    }

    [Fact]
    public async Task A_frozen_period_takes_nothing_until_it_is_reopened_and_the_next_revision_keeps_the_old_one()
    {
        var (code, id, coordinator) = (await App.PeriodAsync(daysToCutOff: 0), await App.IdOfAsync(Place), await App.ActorAsync(Role.Coordinator));
        var (contact, officer) = (await App.ActorAsync(Role.Territory, id), await App.ActorAsync(Role.Officer));
        await contact.SubmitAsync(code, Place);
        await coordinator.SendAsync(new FreezePeriod.Command(code, ReportSamples.Reason));
        await Should.ThrowAsync<RuleViolationException>(() => coordinator.SendAsync(new FreezePeriod.Command(code, ReportSamples.Reason)));
        await Should.ThrowAsync<RuleViolationException>(() => officer.SendAsync(new ApproveReport.Command(code, Place)));
        await Should.ThrowAsync<RuleViolationException>(() => officer.SendAsync(new ReturnReport.Command(code, Place, "Too late for that.")));
        await Should.ThrowAsync<RuleViolationException>(() => contact.SendAsync(new WriteReport.Command(code, "uppsala", "New", null)));
        await Should.ThrowAsync<ValidationException>(() => coordinator.SendAsync(new ReopenPeriod.Command(code, "")));
        var first = await SealedAsync(code, 1);

        await coordinator.SendAsync(new ReopenPeriod.Command(code, "A figure of Uppsala was wrong."));
        (await App.ReportAsync(code, Place)).State.ShouldBe(ReportState.Submitted);
        (await App.ReportAsync(code, "asker")).ShouldSatisfyAllConditions(r => r.State.ShouldBe(ReportState.NoData), r => r.IsCaptured.ShouldBeFalse(), r => r.IsOpen.ShouldBeTrue());
        await App.AddPlanAsync("asker");
        await officer.SendAsync(new ReturnReport.Command(code, Place, "Put the figure right."));
        await contact.SubmitAsync(code, Place, "With the right figure.");
        await officer.SendAsync(new ApproveReport.Command(code, Place));
        await coordinator.SendAsync(new FreezePeriod.Command(code, ReportSamples.Reason));

        var second = await SealedAsync(code, 2);
        second.Single(s => s.TerritoryId == id).SnapshotId.ShouldNotBe(first.Single(s => s.TerritoryId == id).SnapshotId);
        second.Single(s => s.TerritoryId == id).State.ShouldBe(ReportState.Approved);
        second.Where(s => s.TerritoryId != id).Select(s => (s.TerritoryId, s.SnapshotId, s.State, s.Cause)).ShouldBe(first.Where(s => s.TerritoryId != id).Select(s => (s.TerritoryId, s.SnapshotId, s.State, s.Cause)), "what was recorded since belongs to a later period");
        (await SealedAsync(code, 1)).Select(s => s.SnapshotId).ShouldBe(first.Select(s => s.SnapshotId));
        (await FilesAsync(code, 1)).Count.ShouldBe((await FilesAsync(code, 2)).Count);
        (await App.SendAsync(new GetPeriod.Query(code))).Steps.Select(s => (s.Kind, s.Revision)).ShouldBe([(PeriodStepKind.Frozen, 2), (PeriodStepKind.Reopened, 1), (PeriodStepKind.Frozen, 1), (PeriodStepKind.Opened, 0)]);
        (await App.SendAsync(new ListPeriods.Query(), Role.Desk)).Rows.ShouldContain(r => r.Code == code && r.Revision == 2);
    }

    [Fact]
    public async Task Of_coordinators_who_freeze_at_once_one_does()
    {
        var code = await App.PeriodAsync(daysToCutOff: 0);
        var coordinators = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => App.ActorAsync(Role.Coordinator)));

        var done = await Task.WhenAll(coordinators.Select(async c =>
        {
            try
            {
                await c.SendAsync(new FreezePeriod.Command(code, ReportSamples.Reason));
                return true;
            }
            catch (RuleViolationException)
            {
                return false;
            }
        }));

        done.Count(d => d).ShouldBe(1);
        (await SealedAsync(code, 2)).ShouldBeEmpty();
    }

    private Task<List<SealedSnapshot>> SealedAsync(string code, int revision) => App.WithDatabaseAsync(db =>
        db.SealedSnapshots.AsNoTracking().Where(s => s.Revision == revision && db.ReportingPeriods.Any(p => p.Id == s.PeriodId && p.Code == code)).OrderBy(s => s.TerritoryId).ToListAsync());

    private Task<List<IssuedFile>> FilesAsync(string code, int revision) => App.WithDatabaseAsync(db =>
        db.IssuedFiles.AsNoTracking().Where(f => f.Revision == revision && db.ReportingPeriods.Any(p => p.Id == f.PeriodId && p.Code == code)).OrderBy(f => f.Name).ToListAsync());
}

public sealed class FreezingOnSqlite(SqliteApp app) : FreezingTests(app), IClassFixture<SqliteApp>;

public sealed class FreezingOnPostgres(PostgresApp app) : FreezingTests(app), IClassFixture<PostgresApp>;
