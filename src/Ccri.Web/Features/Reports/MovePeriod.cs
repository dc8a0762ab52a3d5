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

/// <summary>Gives a period that is open another name or other days; whoever takes part since then reports, too.</summary>
public static class MovePeriod
{
    [Allow(Role.Coordinator)]
    public sealed record Query(string Code) : IRequest<Command>;

    [Allow(Role.Coordinator)]
    public sealed record Command : IRequest
    {
        public string Code { get; init; } = "";
        public Guid Version { get; init; }
        public string? Name { get; init; }
        public DateOnly? OpensOn { get; init; }
        public DateOnly? CutOffOn { get; init; }
        public DateOnly? DeadlineOn { get; init; }

        /// <summary>Needed when a day moves.</summary>
        public string? Reason { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Needed("Enter the name, for example Fourth quarter of 2026.").Line("The name", ReportingPeriod.LongestName);
            RuleFor(c => c.OpensOn).Needed("Enter the day from which territories can submit.");
            RuleFor(c => c.CutOffOn).Needed("Enter the last day to submit.");
            RuleFor(c => c.DeadlineOn).Needed("Enter the day on which the report is due at the Commission.");
            RuleFor(c => c.Reason).Text("The reason", ReportingPeriod.LongestReason);
        }
    }

    public sealed class Reader(CcriDbContext db) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query request, CancellationToken cancellationToken)
        {
            var period = await db.PeriodAsync(request.Code, cancellationToken);
            return new Command { Code = period.Code, Version = period.Version, Name = period.Name, OpensOn = period.OpensOn, CutOffOn = period.CutOffOn, DeadlineOn = period.DeadlineOn };
        }
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await using var held = await db.HoldAsync<ReportingPeriod>(await db.PeriodIdAsync(request.Code, cancellationToken), cancellationToken); // nothing is captured or submitted in between
            var period = await db.PeriodAsync(request.Code, cancellationToken);
            db.ExpectVersion(period, request.Version);
            period.Call(request.Name!);
            var now = clock.GetUtcNow().UtcDateTime;
            Refusal.Try(nameof(Command.Reason), () => period.Move(request.OpensOn!.Value, request.CutOffOn!.Value, request.DeadlineOn!.Value, request.Reason, user.PersonId, now));
            if (period.CutOffOn >= calendar.Today)
                foreach (var report in await db.TerritoryReports.Include(r => r.Steps).Where(r => r.PeriodId == period.Id && r.CapturedAt != null).OrderBy(r => r.Id).ToListAsync(cancellationToken))
                    report.Release(user.PersonId, now);
            await db.AddMissingReportsAsync(period, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
