using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Reports;

/// <summary>Hands a territory's report to the support office, with a snapshot of its facts as they stand now.</summary>
public static class SubmitReport
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Code, string Slug) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, SubmissionChecks checks, SnapshotKeeper keeper, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfReportAsync(request.Slug, cancellationToken);
            access.RequireEdit(territory);
            await using var held = await db.HoldAsync<ReportingPeriod>(await db.PeriodIdAsync(request.Code, cancellationToken), cancellationToken); // nobody freezes or submits in between
            var period = await db.PeriodAsync(request.Code, cancellationToken);
            var report = await db.ReportAsync(period, territory, request.Slug, cancellationToken);
            period.RequireOpen();
            report.RequireOpen();
            period.RequireSubmittable(calendar.Today, report.MayBeLate);
            var blocking = (await checks.OfAsync(report, cancellationToken)).Where(c => c.Blocks).ToList();
            if (blocking.Count > 0)
                throw new RuleViolationException($"{string.Join(" ", blocking.Take(SubmissionChecks.MostShown).Select(c => c.Sentence))}{(blocking.Count > SubmissionChecks.MostShown ? $" And {blocking.Count - SubmissionChecks.MostShown} more." : "")}");
            var kept = await keeper.KeepAsync([territory], period, SnapshotCause.Submitted, cancellationToken);
            report.Submit(kept[territory].Id, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
