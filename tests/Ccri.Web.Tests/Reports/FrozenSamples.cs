using Ccri.Domain.Indicators;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Features.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reports;

/// <summary>Periods that are frozen without the work that leads there: the rows that a freezing writes.</summary>
public static class FrozenSamples
{
    public static readonly string[] Three = ["asker", "sofia", "uppsala"];

    /// <summary>Freezes a quarter, or the next revision of it, with one report a territory and the overview; waits until the files are made.</summary>
    public static async Task<string> FrozenAsync(this CcriApp app, string code = "2026-Q3", string summary = "All goes well.", IReadOnlyList<string>? slugs = null)
    {
        await app.FreezeAsync(code, summary, slugs ?? Three);
        await app.MakeAsync(code);
        return code;
    }

    public static async Task MakeAsync(this CcriApp app, string code)
    {
        for (var i = 0; i < 600; i++)
        {
            await app.SendAsSystemAsync(new MakeReports.Command(code)); // or the worker of the application is at it already
            if (!await app.WithDatabaseAsync(db => db.ReportRuns.AnyAsync(r => r.FinishedAt == null && db.ReportingPeriods.Any(p => p.Id == r.PeriodId && p.Code == code), TestContext.Current.CancellationToken)))
                return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Fail("The files were not made in a minute.");
    }

    public static Task FreezeAsync(this CcriApp app, string code, string summary, IReadOnlyList<string> slugs, DateTime? leased = null) => app.WithDatabaseAsync(async db =>
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        var period = await db.ReportingPeriods.Include(p => p.Steps).SingleOrDefaultAsync(p => p.Code == code);
        var (year, quarter) = (int.Parse(code[..4], System.Globalization.CultureInfo.InvariantCulture), code[^1] - '0');
        var first = new DateOnly(year, quarter * 3 - 2, 1);
        var days = new Period(first, first.AddMonths(3).AddDays(-1));
        var at = days.To.AddDays(20).ToDateTime(new TimeOnly(9, 30), DateTimeKind.Utc);
        if (period is null)
        {
            db.ReportingPeriods.Add(period = new ReportingPeriod(code, ReportingPeriod.QuarterOf(days.To).Name, days));
            period.Open(days.To, days.To, days.To.AddDays(30), null, at.AddDays(-10));
            await db.SaveChangesAsync();
        }
        else
        {
            db.PeriodSteps.Add(period.Reopen("A figure was wrong", null, at.AddDays(period.Revision)));
        }
        var frozenAt = at.AddDays(period.Revision);
        db.PeriodSteps.Add(period.Freeze(0, null, isWhole: true, null, DateOnly.FromDateTime(frozenAt), frozenAt));
        var lines = new List<QuarterLine>();
        foreach (var territory in await db.Territories.Where(t => slugs.Contains(t.Slug)).OrderBy(t => t.Name).ToListAsync())
        {
            var facts = Facts(period, territory.Id, territory.Slug, territory.Name, frozenAt, summary);
            var snapshot = new Snapshot(period.Id, territory.Id, period.Revision, SnapshotCause.Submitted, TerritorySnapshot.Version, CanonicalJson.Of(facts), frozenAt);
            db.Snapshots.Add(snapshot);
            db.SealedSnapshots.Add(new SealedSnapshot(period.Id, period.Revision, territory.Id, snapshot.Id, ReportState.Approved, SnapshotCause.Submitted));
            db.IssuedFiles.Add(new IssuedFile(period.Id, period.Revision, ReportKind.Progress, territory.Id, snapshot.Id, IssuedFile.NameOf(code, period.Revision, ReportKind.Progress, territory.Slug)));
            lines.Add(QuarterLines.Of(facts, territory.Slug, snapshot.Sha256, ReportState.Approved, SnapshotCause.Submitted, null));
        }
        var whole = new Snapshot(period.Id, null, period.Revision, SnapshotCause.Quarter, QuarterSnapshot.Version,
            CanonicalJson.Of(new QuarterSnapshot(QuarterSnapshot.Version, new SnapshotPeriod(code, period.Name, period.From, period.To), frozenAt, lines)), frozenAt);
        db.Snapshots.Add(whole);
        db.IssuedFiles.Add(new IssuedFile(period.Id, period.Revision, ReportKind.Quarter, null, whole.Id, IssuedFile.NameOf(code, period.Revision, ReportKind.Quarter, null)));
        var run = new ReportRun(period.Id, period.Revision, frozenAt);
        db.ReportRuns.Add(run);
        await db.SaveChangesAsync();
        if (leased is { } until)
            await db.ReportRuns.Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Lease, Guid.NewGuid()).SetProperty(r => r.LeaseUntil, until));
        await transaction.CommitAsync();
        return run.Id;
    });

    public static TerritorySnapshot Facts(ReportingPeriod period, Guid id, string slug, string name, DateTime at, string summary) => new()
    {
        Period = new SnapshotPeriod(period.Code, period.Name, period.From, period.To),
        CapturedAt = at,
        Day = DateOnly.FromDateTime(at),
        Cause = SnapshotCause.Submitted,
        Territory = new SnapshotTerritory(id, slug, name, true, true, "Pilot", "2022", "NO", "Norway", null, 100_000, "The municipality", "ACR+"),
        Status = new SnapshotStatus(Rag.OnTrack, "Everything goes as planned."),
        Summary = new Statement(summary, new Said("the territory", DateOnly.FromDateTime(at), false)),
    };

    public static Task<List<IssuedFile>> FilesAsync(this CcriApp app, string code) => app.WithDatabaseAsync(db =>
        db.IssuedFiles.AsNoTracking().Where(f => db.ReportingPeriods.Any(p => p.Id == f.PeriodId && p.Code == code)).OrderBy(f => f.Name).ToListAsync(TestContext.Current.CancellationToken));
}
