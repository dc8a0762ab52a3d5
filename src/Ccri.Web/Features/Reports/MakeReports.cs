using System.Text.Json;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>
/// Makes the files of a frozen revision: takes an unfinished run with a lease, the newest period first, and works off what waits. Each file
/// is saved by itself, so that whoever comes after a crash goes on where it broke off.
/// </summary>
public static class MakeReports
{
    /// <summary>Whose facts are held in memory at a time.</summary>
    private const int AtOnce = 120;

    /// <summary>Longer than one report may take.</summary>
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(3);

    /// <summary>Only the worker and the command line send it. Answers how many files it made.</summary>
    /// <param name="Period">Code of the one period to work on; else the newest with something to do.</param>
    [Allow]
    public sealed record Command(string? Period = null) : IRequest<int>;

    public sealed class Handler(CcriDbContext db, ReportFactsReader reader, TypstRenderer renderer, TimeProvider clock, ILogger<Handler> log) : IRequestHandler<Command, int>
    {
        private readonly Guid _lease = Guid.NewGuid();

        private DateTime Now => clock.GetUtcNow().UtcDateTime;

        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await TakeAsync(request.Period, cancellationToken) is not { } run)
                return 0;
            try
            {
                var made = 0;
                for (var waiting = await WaitingAsync(run, cancellationToken); waiting.Count > 0; waiting = await WaitingAsync(run, cancellationToken))
                    made += await MakeAsync(run, waiting, cancellationToken);
                // Somebody may have had one tried again in this very moment: then it is not finished.
                await Mine(run.Id).Where(r => !db.IssuedFiles.Any(f => f.PeriodId == r.PeriodId && f.Revision == r.Revision && f.State == FileState.Waiting))
                    .ExecuteUpdateAsync(set => set.SetProperty(r => r.FinishedAt, Now), CancellationToken.None);
                return made;
            }
            finally
            {
                await Mine(run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Lease, (Guid?)null).SetProperty(r => r.LeaseUntil, (DateTime?)null), CancellationToken.None); // also while the site stops: the next one need not wait for it to run out
            }
        }

        private async Task<Run?> TakeAsync(string? code, CancellationToken cancellationToken)
        {
            var now = Now;
            var free = db.ReportRuns.Where(r => r.FinishedAt == null && (r.LeaseUntil == null || r.LeaseUntil < now));
            var next = await (from r in free
                              join p in db.ReportingPeriods on r.PeriodId equals p.Id
                              where code == null || p.Code == code
                              orderby p.To descending, r.Revision descending, r.Id
                              select new { r.Id, r.Revision, Period = new PeriodHead(p.Id, p.Code, p.Name, p.From, p.To, p.IsFrozen, p.Revision) }).FirstOrDefaultAsync(cancellationToken);
            if (next is null)
                return null;
            var taken = await free.Where(r => r.Id == next.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Lease, _lease).SetProperty(r => r.LeaseUntil, now + LeaseTime), cancellationToken);
            return taken == 1 ? new Run(next.Id, next.Revision, next.Period) : null; // somebody else was quicker
        }

        /// <summary>Those tried least often first: what fails does not hold up the rest.</summary>
        private Task<List<IssuedFile>> WaitingAsync(Run run, CancellationToken cancellationToken) => db.IssuedFiles
            .Where(f => f.PeriodId == run.Period.Id && f.Revision == run.Revision && f.State == FileState.Waiting)
            .OrderBy(f => f.Attempts).ThenBy(f => f.Name).Take(AtOnce).ToListAsync(cancellationToken);

        private async Task<int> MakeAsync(Run run, List<IssuedFile> files, CancellationToken cancellationToken)
        {
            RevisionFacts facts;
            (QuarterFacts Facts, byte[] Snapshot) quarter = default;
            try
            {
                facts = await reader.ReadAsync(run.Period, run.Revision, [.. files.Select(f => f.TerritoryId).OfType<Guid>().Distinct()], cancellationToken);
                if (files.Find(f => f.Kind == ReportKind.Quarter) is { } overview)
                    quarter = await reader.ReadQuarterAsync(run.Period, run.Revision, overview.SnapshotId, cancellationToken);
            }
            catch (JsonException unreadable)
            {
                return await GiveUpAsync(files, unreadable);
            }
            var made = 0;
            await foreach (var (file, job, rendered) in renderer.RenderEachAsync(files, file => Compose(file, facts, quarter), cancellationToken))
            {
                if (rendered.Succeeded)
                    file.Make(job!.ReportJson.ToArray(), rendered.Pdf, rendered.Sha256, rendered.Fingerprint, rendered.Pages, Now);
                else
                    file.Fail(rendered.Problem);
                made += await TrySaveAsync(file) && rendered.Succeeded ? 1 : 0;
                await Mine(run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, Now + LeaseTime), CancellationToken.None);
            }
            db.ChangeTracker.Clear();
            return made;
        }

        /// <summary>Else this run would be taken again and again, before all others.</summary>
        private async Task<int> GiveUpAsync(List<IssuedFile> files, JsonException unreadable)
        {
            log.LogError(unreadable, "A snapshot that these files are made from cannot be read");
            foreach (var file in files)
            {
                file.Fail("A snapshot that it is made from, its own or one of an earlier period, cannot be read: the database was changed. The log has its place.");
                await TrySaveAsync(file);
            }
            return 0;
        }

        private RenderJob Compose(IssuedFile file, RevisionFacts facts, (QuarterFacts Facts, byte[] Snapshot) quarter)
        {
            var report = file.TerritoryId is { } territory ? ReportDocuments.Of(file.Kind, facts.Of(territory)) : QuarterOverview.Of(quarter.Facts);
            var printable = PrintableReport.From(report);
            foreach (var warning in printable.Warnings)
                log.LogWarning("{File}, {Where}: {Warning}", file.Name, warning.Where, warning.Sentence);
            return new RenderJob(printable, file.TerritoryId is null ? quarter.Snapshot : facts.Content(file.SnapshotId));
        }

        /// <summary>Also while the site stops: what is made is made.</summary>
        private async Task<bool> TrySaveAsync(IssuedFile file)
        {
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return true;
            }
            catch (DbUpdateConcurrencyException)
            {
                log.LogWarning("{File} was made by somebody else meanwhile", file.Name);
                return false;
            }
            finally
            {
                db.Entry(file).State = EntityState.Detached; // with its bytes, of which a quarter has many
                foreach (var row in db.AuditRows.Local.ToList())
                    db.Entry(row).State = EntityState.Detached;
            }
        }

        private IQueryable<ReportRun> Mine(Guid id) => db.ReportRuns.Where(r => r.Id == id && r.Lease == _lease);

        private sealed record Run(Guid Id, int Revision, PeriodHead Period);
    }
}
