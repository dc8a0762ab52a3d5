using Ccri.Domain.Accounts;
using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Seals a period as its next revision: whoever has not submitted is captured as it stands, and the files are promised that are then made in the background.</summary>
public static class FreezePeriod
{
    /// <param name="Reason">Needed when participants are unconfirmed or not named; printed.</param>
    [Allow(Role.Coordinator)]
    public sealed record Command(string Code, string? Reason) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Line("The reason", ReportingPeriod.LongestReason);
    }

    private sealed record Sealed(Guid TerritoryId, ReportState State, Snapshot Snapshot);

    public sealed class Handler(CcriDbContext db, CurrentUser user, SnapshotKeeper keeper, ReportFactsReader earlier, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var held = await db.HoldAsync<ReportingPeriod>(await db.PeriodIdAsync(request.Code, cancellationToken), cancellationToken); // nobody submits or approves in between
            var (period, now) = (await db.PeriodAsync(request.Code, cancellationToken), clock.GetUtcNow().UtcDateTime);
            period.RequireOpen();
            var reports = await db.TerritoryReports.Include(r => r.Steps).Where(r => r.PeriodId == period.Id).ToListAsync(cancellationToken);
            reports.AddRange(await db.AddMissingReportsAsync(period, cancellationToken));
            var unnamed = await db.UnnamedAsync([.. reports.Select(r => r.TerritoryId)], calendar.Today, cancellationToken);
            Refusal.Try(nameof(Command.Reason), () => period.Freeze(unnamed.Count, request.Reason, reports.TrueForAll(r => r.State == ReportState.Approved), user.PersonId, calendar.Today, now));

            await SealAsync(period, await CaptureAsync(period, reports, now, cancellationToken), now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }

        /// <summary>Whoever has not submitted is taken as it stands; the snapshot of the others is the one of their submission, or of the capture before the period was reopened.</summary>
        private async Task<List<Sealed>> CaptureAsync(ReportingPeriod period, List<TerritoryReport> reports, DateTime now, CancellationToken cancellationToken)
        {
            var open = reports.Where(r => r.State is not (ReportState.Submitted or ReportState.Approved) && r.CapturedAt is null).ToList();
            var anew = open.Where(r => !r.IsReopened).ToList();
            var captured = anew.Count == 0 ? new Dictionary<Guid, Snapshot>() : await keeper.KeepAsync([.. anew.Select(r => r.TerritoryId)], period, SnapshotCause.Freezing, cancellationToken);
            foreach (var report in open)
                report.Capture(captured.TryGetValue(report.TerritoryId, out var taken) ? taken.Id : report.SnapshotId!.Value, now);
            var kept = reports.Except(anew).Select(r => r.SnapshotId!.Value).ToList();
            var snapshots = (await db.Snapshots.AsNoTracking().Where(s => kept.Contains(s.Id)).ToListAsync(cancellationToken)).Concat(captured.Values).ToDictionary(s => s.Id);
            return [.. reports.Select(r => new Sealed(r.TerritoryId, r.State, snapshots[r.SnapshotId!.Value]))];
        }

        private async Task SealAsync(ReportingPeriod period, List<Sealed> snapshots, DateTime now, CancellationToken cancellationToken)
        {
            var ids = snapshots.Select(s => s.TerritoryId).ToList();
            var slugs = await db.Territories.Where(t => ids.Contains(t.Id)).OrderBy(t => t.SearchName).ThenBy(t => t.Id).Select(t => new { t.Id, t.Slug }).ToListAsync(cancellationToken);
            var head = new PeriodHead(period.Id, period.Code, period.Name, period.From, period.To, period.IsFrozen, period.Revision);
            var before = (await earlier.EarlierAsync(head, now, ids, cancellationToken)).Before;
            var (lines, all) = (new List<QuarterLine>(), new List<TerritorySnapshot>());
            string? notice = null;
            foreach (var (territory, slug) in slugs.Select(t => (snapshots.Single(s => s.TerritoryId == t.Id), t.Slug)))
            {
                var snapshot = territory.Snapshot;
                db.SealedSnapshots.Add(new SealedSnapshot(period.Id, period.Revision, territory.TerritoryId, snapshot.Id, territory.State, snapshot.Cause));
                var facts = CanonicalJson.Read<TerritorySnapshot>(snapshot.Content);
                notice ??= facts.Notice;
                all.Add(facts);
                lines.Add(QuarterLines.Of(facts, slug, snapshot.Sha256, territory.State, snapshot.Cause, before.TryGetValue(territory.TerritoryId, out var last) ? Changes.Between(CanonicalJson.Read<TerritorySnapshot>(last.Content), facts).Count : null));
                Promise(period, ReportKind.Progress, snapshot, slug);
                foreach (var kind in facts.PlansInUse().Select(p => p.Kind).Distinct().Order())
                    Promise(period, kind == PlanKind.Ceap ? ReportKind.Ceap : ReportKind.Ceip, snapshot, slug);
            }
            var number = await db.Snapshots.CountAsync(s => s.PeriodId == period.Id && s.TerritoryId == null, cancellationToken) + 1;
            var at = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc); // whole seconds, as in the snapshots of the territories
            var days = new SnapshotPeriod(period.Code, period.Name, period.From, period.To);
            var support = QuarterSupport.Of(all, await SnapshotSupports.OfAllAsync(db, days, cancellationToken));
            var sessions = all.Exists(s => s.Sessions is not null) ? await SnapshotSessions.OfAllAsync(db, days, now, cancellationToken) : null;
            var whole = new QuarterSnapshot(QuarterSnapshot.Version, days, at, lines) { Notice = notice, Support = support, Sessions = sessions };
            var quarter = new Snapshot(period.Id, null, number, SnapshotCause.Quarter, QuarterSnapshot.Version, CanonicalJson.Of(whole), now);
            db.Snapshots.Add(quarter);
            Promise(period, ReportKind.Quarter, quarter, null);
            db.ReportRuns.Add(new ReportRun(period.Id, period.Revision, now));
        }

        private void Promise(ReportingPeriod period, ReportKind kind, Snapshot snapshot, string? slug) =>
            db.IssuedFiles.Add(new IssuedFile(period.Id, period.Revision, kind, snapshot.TerritoryId, snapshot.Id, IssuedFile.NameOf(period.Code, period.Revision, kind, slug)));
    }
}
