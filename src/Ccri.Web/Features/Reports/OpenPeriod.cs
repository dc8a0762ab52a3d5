using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>Opens a period: everybody who takes part in it gets a report to fill.</summary>
public static class OpenPeriod
{
    /// <summary>The form, filled for the next quarter that nobody has opened yet.</summary>
    [Allow(Role.Coordinator)]
    public sealed record Query : IRequest<Command>;

    /// <param name="Code">"2026-Q4" needs no days: those of a quarter are known, and the others are the usual ones.</param>
    [Allow(Role.Coordinator)]
    public sealed record Command(string Code, string Name, DateOnly? From = null, DateOnly? To = null, DateOnly? OpensOn = null, DateOnly? CutOffOn = null, DateOnly? DeadlineOn = null) : IRequest;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Code).Cascade(CascadeMode.Stop).Needed("Enter the code, for example 2026-Q4.").Line("The code", ReportingPeriod.LongestCode)
                .Matches("^ *[A-Za-z0-9][A-Za-z0-9-]* *$").WithMessage("The code is part of addresses and file names: letters, digits and dashes only, for example 2026-Q4.")
                .Must(code => !Taken.Contains(code.Trim(), StringComparer.OrdinalIgnoreCase)).WithMessage("This word is the address of another page. Choose another code, for example 2026-Q4.");
            RuleFor(c => c.Name).Line("The name", ReportingPeriod.LongestName);
            RuleFor(c => c.Name).Needed("Enter the name, for example Fourth quarter of 2026.").When(c => ReportingPeriod.QuarterOf(c.Code) is null);
            RuleFor(c => c.From).Needed("Enter the first day that is reported on.").When(c => ReportingPeriod.QuarterOf(c.Code) is null);
            RuleFor(c => c.To).Needed("Enter the last day that is reported on.").When(c => ReportingPeriod.QuarterOf(c.Code) is null);
            RuleFor(c => c.To).NotBefore(c => c.From);
        }

        /// <summary>Pages beside the periods, which a period of that code would hide.</summary>
        private static readonly string[] Taken = ["new", "verify"];
    }

    public sealed class Maker(CcriDbContext db, ProgrammeCalendar calendar) : IRequestHandler<Query, Command>
    {
        public async Task<Command> Handle(Query request, CancellationToken cancellationToken)
        {
            var last = await db.ReportingPeriods.MaxAsync(p => (DateOnly?)p.To, cancellationToken);
            var (code, name, days) = ReportingPeriod.QuarterOf(last?.AddDays(1) ?? calendar.Today);
            var (opens, cutOff, deadline) = ReportingPeriod.UsualDays(days, calendar.Today);
            return new Command(code, name, days.From, days.To, opens, cutOff, deadline);
        }
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var code = request.Code.Trim();
            if ((await db.ReportingPeriods.Select(p => p.Code).ToListAsync(cancellationToken)).Contains(code, StringComparer.OrdinalIgnoreCase)) // file names differ by more than case
                throw Refusal.At(nameof(Command.Code), $"There is a period {code} already. Choose another code, or open that one from the list.");
            var quarter = ReportingPeriod.QuarterOf(code);
            Period days = default;
            Refusal.Try(nameof(Command.To), () => days = new Period(request.From ?? quarter!.Value.From, request.To ?? quarter!.Value.To));
            var name = string.IsNullOrWhiteSpace(request.Name) ? ReportingPeriod.QuarterOf(quarter!.Value.From).Name : request.Name;
            var usual = ReportingPeriod.UsualDays(days, calendar.Today);
            var period = new ReportingPeriod(code, name, days);
            Refusal.Try(nameof(Command.CutOffOn), () => period.Open(request.OpensOn ?? usual.OpensOn, request.CutOffOn ?? usual.CutOffOn, request.DeadlineOn ?? usual.DeadlineOn, user.PersonId, clock.GetUtcNow().UtcDateTime));
            db.ReportingPeriods.Add(period);
            await db.AddMissingReportsAsync(period, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
