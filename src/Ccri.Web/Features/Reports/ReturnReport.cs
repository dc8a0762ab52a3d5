using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Reports;

/// <summary>Sends a report back to its territory, with a reason.</summary>
public static class ReturnReport
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Command(string Code, string Slug, string? Reason) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Cascade(CascadeMode.Stop).Needed("Say what should be changed, so that the territory knows what to do.").Text("The reason", TerritoryReport.LongestRemark);
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfReportAsync(request.Slug, cancellationToken);
            access.RequireOffice(territory);
            await using var held = await db.HoldAsync<ReportingPeriod>(await db.PeriodIdAsync(request.Code, cancellationToken), cancellationToken);
            var period = await db.PeriodAsync(request.Code, cancellationToken);
            period.RequireOpen();
            var report = await db.ReportAsync(period, territory, request.Slug, cancellationToken);
            report.Return(request.Reason, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
