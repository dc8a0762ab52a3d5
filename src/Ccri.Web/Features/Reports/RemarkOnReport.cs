using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Reports;

/// <summary>A remark in the discussion between a territory and the office; it changes no state, and is possible at any time.</summary>
public static class RemarkOnReport
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Code, string Slug, string? Text) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).Cascade(CascadeMode.Stop).Needed("Write the remark.").Text("The remark", TerritoryReport.LongestRemark);
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfReportAsync(request.Slug, cancellationToken);
            access.RequireEdit(territory);
            await using var held = await db.HoldAsync<ReportingPeriod>(await db.PeriodIdAsync(request.Code, cancellationToken), cancellationToken); // steps are numbered: two remarks at once stand one after the other
            var period = await db.PeriodAsync(request.Code, cancellationToken);
            var report = await db.ReportAsync(period, territory, request.Slug, cancellationToken);
            report.Say(request.Text, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
