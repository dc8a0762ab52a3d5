using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Reports;

/// <summary>Writes the two texts of a territory's report.</summary>
public static class WriteReport
{
    /// <param name="Version">Of the report that the form showed; empty where nobody else can have written meanwhile.</param>
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Code, string Slug, string? Summary, string? Next, Guid? Version = null) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Summary).Text("The summary", TerritoryReport.LongestText);
            RuleFor(c => c.Next).Text("The plan for the next period", TerritoryReport.LongestText);
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var territory = await db.TerritoryOfReportAsync(request.Slug, cancellationToken);
            access.RequireEdit(territory);
            await using var held = await db.HoldAsync<ReportingPeriod>(await db.PeriodIdAsync(request.Code, cancellationToken), cancellationToken); // steps are numbered: two who begin at once begin once
            var period = await db.PeriodAsync(request.Code, cancellationToken);
            period.RequireOpen();
            var report = await db.ReportAsync(period, territory, request.Slug, cancellationToken);
            if (request.Version is { } version)
                db.ExpectVersion(report, version);
            report.Write(request.Summary, request.Next, user.PersonId, clock.GetUtcNow().UtcDateTime);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
