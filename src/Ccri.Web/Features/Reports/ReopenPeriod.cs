using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Work on the next revision of a frozen period begins. What was issued stays; what was approved stays approved, and can be returned.</summary>
public static class ReopenPeriod
{
    [Allow(Role.Coordinator)]
    public sealed record Command(string Code, string? Reason) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).Cascade(CascadeMode.Stop).Needed("Say why the period is reopened, so that somebody else understands it later.").Text("The reason", ReportingPeriod.LongestReason);
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var id = await db.PeriodIdAsync(request.Code, cancellationToken);
            await using var held = await db.HoldAsync<ReportingPeriod>(id, cancellationToken);
            var (period, now) = (await db.PeriodAsync(request.Code, cancellationToken), clock.GetUtcNow().UtcDateTime);
            Refusal.Try(nameof(Command.Reason), () => period.Reopen(request.Reason, user.PersonId, now));
            // Whoever was captured gets the chance that was missed; who misses it again is sealed with the facts that were taken then.
            foreach (var report in await db.TerritoryReports.Include(r => r.Steps).Where(r => r.PeriodId == id && r.CapturedAt != null).OrderBy(r => r.Id).ToListAsync(cancellationToken))
                report.Reopen(user.PersonId, now);
            await db.AddMissingReportsAsync(period, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
