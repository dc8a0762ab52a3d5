using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Ccri.Web.Work;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Takes the facts of territories that have not submitted as they stand, once the cut-off of a period has passed. Once more takes nothing; what was returned is being mended and waits, and so does what a reopened period opened again: it has a snapshot.</summary>
public static class CaptureAtCutOff
{
    [Allow]
    public sealed record Command : IRequest<JobDone>;

    public sealed class Handler(CcriDbContext db, SnapshotKeeper keeper, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, JobDone>
    {
        public async Task<JobDone> Handle(Command request, CancellationToken cancellationToken)
        {
            var (today, captured) = (calendar.Today, 0);
            var due = await db.ReportingPeriods.Where(p => !p.IsFrozen && p.CutOffOn < today && db.TerritoryReports.Any(r => r.PeriodId == p.Id && r.CapturedAt == null && r.SnapshotId == null && (r.State == ReportState.NoData || r.State == ReportState.InProgress)))
                .OrderBy(p => p.From).ThenBy(p => p.Id).Select(p => p.Id).ToListAsync(cancellationToken);
            foreach (var id in due)
                captured += await CaptureAsync(id, today, cancellationToken);
            return new JobDone($"{Plural.Of(captured, "report")} captured at the cut-off", captured);
        }

        /// <summary>Holds the period meanwhile: nobody moves its days, freezes it or submits to it.</summary>
        private async Task<int> CaptureAsync(Guid id, DateOnly today, CancellationToken cancellationToken)
        {
            await using var held = await db.HoldAsync<ReportingPeriod>(id, cancellationToken);
            var period = await db.ReportingPeriods.SingleAsync(p => p.Id == id, cancellationToken);
            if (period.IsFrozen || period.CutOffOn >= today)
                return 0;
            var reports = await db.TerritoryReports.Include(r => r.Steps).Where(r => r.PeriodId == id && r.CapturedAt == null && r.SnapshotId == null && (r.State == ReportState.NoData || r.State == ReportState.InProgress)).ToListAsync(cancellationToken);
            var kept = await keeper.KeepAsync([.. reports.Select(r => r.TerritoryId)], period, SnapshotCause.CutOff, cancellationToken);
            foreach (var report in reports)
                report.Capture(kept[report.TerritoryId].Id, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return reports.Count;
        }
    }
}
