using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;

namespace Ccri.Web.Features.Reminders;

/// <summary>Puts a reminder off to a day: nothing is heard of it before, and something on it.</summary>
public static class SnoozeReminder
{
    public enum Until
    {
        Tomorrow,
        NextMonday,
        InTwoWeeks,

        /// <summary>Another day, which is entered.</summary>
        OwnDay,
    }

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query(ReminderKind Kind, Guid SubjectId, DateOnly DueOn) : IRequest<Answer>;

    /// <param name="Days">What can be chosen without typing.</param>
    public sealed record Answer(string Title, string? Of, DateOnly Today, IReadOnlyDictionary<Until, DateOnly> Days);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest<DateOnly>
    {
        public ReminderKind Kind { get; init; }
        public Guid SubjectId { get; init; }
        public DateOnly DueOn { get; init; }
        public Until? Choice { get; init; }
        public DateOnly? Day { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Choice).NotNull().WithMessage("Choose until when.").IsInEnum().WithMessage("Choose one of the list.");
            RuleFor(c => c.Day).NotNull().When(c => c.Choice == Until.OwnDay).WithMessage("Enter the day, as year, month, day: 2026-12-01.");
        }
    }

    public static IReadOnlyDictionary<Until, DateOnly> DaysFrom(DateOnly today) => new Dictionary<Until, DateOnly>
    {
        [Until.Tomorrow] = today.AddDays(1), [Until.NextMonday] = ReminderHabits.WeekOf(today).AddDays(7), [Until.InTwoWeeks] = today.AddDays(14),
    };

    public sealed class Reader(ReminderDesk desk, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var fact = (await desk.FindAsync(request.Kind, request.SubjectId, request.DueOn, cancellationToken)).Fact;
            return new Answer(fact.Title, fact.Of, calendar.Today, DaysFrom(calendar.Today));
        }
    }

    public sealed class Handler(CcriDbContext db, ReminderDesk desk, CurrentUser user, ProgrammeCalendar calendar) : IRequestHandler<Command, DateOnly>
    {
        /// <returns>The day.</returns>
        public async Task<DateOnly> Handle(Command request, CancellationToken cancellationToken)
        {
            var fact = (await desk.FindAsync(request.Kind, request.SubjectId, request.DueOn, cancellationToken)).Fact;
            var until = request.Choice == Until.OwnDay ? request.Day!.Value : DaysFrom(calendar.Today)[request.Choice!.Value];
            var mark = await db.MarkOrNewAsync(user.PersonId!.Value, fact, cancellationToken);
            Refusal.Try(nameof(Command.Day), () => mark.Snooze(until, calendar.Today));
            await db.SaveChangesAsync(cancellationToken);
            return until;
        }
    }
}
