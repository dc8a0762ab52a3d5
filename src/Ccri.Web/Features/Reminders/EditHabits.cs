using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>On which days, from which hour and how often the person who asks gets mail.</summary>
public static class EditHabits
{
    public static readonly IReadOnlyList<WeekDays> EachDay = [WeekDays.Monday, WeekDays.Tuesday, WeekDays.Wednesday, WeekDays.Thursday, WeekDays.Friday, WeekDays.Saturday, WeekDays.Sunday];

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest
    {
        /// <summary>Empty while nothing was ever saved.</summary>
        public Guid? Version { get; init; }
        public List<WeekDays> Days { get; init; } = [];
        public int? Hour { get; init; }
        public int? QuietFrom { get; init; }
        public int? QuietUntil { get; init; }
        public int? MailsPerWeek { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Days).NotEmpty().WithMessage("Choose at least one day of the week.").Must(days => days.TrueForAll(EachDay.Contains)).WithMessage("Choose from the list.");
            RuleFor(c => c.Hour).NotNull().WithMessage("Choose the hour.").InclusiveBetween(0, 23).WithMessage("The hour is a number from 0 to 23.");
            RuleFor(c => c.QuietFrom).NotNull().WithMessage("Choose the hour.").InclusiveBetween(0, 23).WithMessage("The hour is a number from 0 to 23.");
            RuleFor(c => c.QuietUntil).NotNull().WithMessage("Choose the hour.").InclusiveBetween(0, 23).WithMessage("The hour is a number from 0 to 23.");
            RuleFor(c => c.MailsPerWeek).NotNull().WithMessage("Choose how many mails you want at most.").InclusiveBetween(0, ReminderHabits.MostMails).WithMessage($"Choose 0 to {ReminderHabits.MostMails} mails a week.");
        }
    }

    public sealed class Handler(CcriDbContext db, CurrentUser user) : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var person = user.PersonId ?? throw new NotAllowedException("Only a person has habits. Sign in as the person.");
            var habits = await db.ReminderHabits.SingleOrDefaultAsync(h => h.PersonId == person, cancellationToken);
            if (habits is null)
                db.ReminderHabits.Add(habits = new ReminderHabits(person));
            else
                db.ExpectVersion(habits, request.Version ?? Guid.Empty);
            Refusal.Try(nameof(Command.Hour), () => habits.Read(request.Days.Aggregate(WeekDays.None, (all, day) => all | day), request.Hour!.Value, request.QuietFrom!.Value, request.QuietUntil!.Value, request.MailsPerWeek!.Value));
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
