using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Milestones;

/// <summary>Changes a milestone: what it is, the day agreed or expected with the reason for the move, what blocks it, the day it was reached.</summary>
public static class EditMilestone
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command : MilestoneFields, IRequest
    {
        public Guid Id { get; init; }
        public Guid Version { get; init; }

        /// <summary>Why the agreed day is moved; needed when it is.</summary>
        public string? DueReason { get; init; }

        /// <summary>Empty: expected on the day agreed.</summary>
        public DateOnly? Forecast { get; init; }
        public string? ForecastReason { get; init; }
        public string? BlockedBy { get; init; }
        public DateOnly? DoneOn { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new MilestoneFields.Validator());
            RuleFor(c => c.DueReason).Text("The reason", 1000);
            RuleFor(c => c.Forecast).Must(MilestoneFields.Validator.IsDay).WithMessage("The forecast should lie before the end of 2100.");
            RuleFor(c => c.ForecastReason).Text("The reason", 1000);
            RuleFor(c => c.BlockedBy).Text("What blocks it", 1000);
            RuleFor(c => c.DoneOn).Must(MilestoneFields.Validator.IsDay).WithMessage("The day it was reached should lie after 1 Jan 2000.");
        }
    }

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var milestone = await db.Milestones.SingleOrDefaultAsync(m => m.Id == request.Id, cancellationToken) ?? throw new NotFoundException("Milestone", request.Id);
            access.RequireEdit(milestone.TerritoryId);
            db.ExpectVersion(milestone, request.Version);
            var (now, today, done) = (clock.GetUtcNow().UtcDateTime, calendar.Today, milestone.DoneOn);
            request.Fill(milestone);
            if (request.DoneOn is null)
                milestone.Reopen(); // its days can then be moved again in the same save
            Refusal.Try(done is null || request.DoneOn is null ? nameof(Command.DueReason) : nameof(Command.Due), () => milestone.Replan(request.Due!.Value, request.DueReason, user.PersonId, now));
            Refusal.Try(nameof(Command.Forecast), () => milestone.Expect(request.Forecast, request.ForecastReason, user.PersonId, now, today));
            Refusal.Try(nameof(Command.BlockedBy), () => milestone.Block(request.BlockedBy));
            if (request.DoneOn is { } day && day != done)
                Refusal.Try(nameof(Command.DoneOn), () => milestone.Finish(day, today));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
