using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;

namespace Ccri.Web.Features.Reports;

/// <summary>A second person of the support office approves what was submitted.</summary>
public static class ApproveReport
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(string Code, string Slug) : IRequest;

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfReportAsync(request.Slug, cancellationToken);
            access.RequireOffice(territory);
            await using var held = await db.HoldAsync<ReportingPeriod>(await db.PeriodIdAsync(request.Code, cancellationToken), cancellationToken); // of two who approve at once, the second reads that it is approved
            var period = await db.PeriodAsync(request.Code, cancellationToken);
            period.RequireOpen();
            var report = await db.ReportAsync(period, territory, request.Slug, cancellationToken);
            report.Approve(user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
