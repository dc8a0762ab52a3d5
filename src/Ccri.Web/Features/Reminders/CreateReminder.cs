using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>A reminder made by hand, for oneself or for somebody else who may see what it is about.</summary>
public static class CreateReminder
{
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<NamedChoice> People, IReadOnlyList<NamedChoice> Territories, Command Form);

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory)]
    public sealed record Command : IRequest<Guid>
    {
        public string? Text { get; init; }
        public DateOnly? Due { get; init; }
        public Guid? OwnerId { get; init; }
        public Guid? TerritoryId { get; init; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).Cascade(CascadeMode.Stop).Needed("Enter what to remind of, for example: Send the template.").Line("What to remind of", OwnReminder.LongestText);
            RuleFor(c => c.Due).NotNull().WithMessage("Enter the day, as year, month, day: 2026-12-01.");
            RuleFor(c => c.OwnerId).NotEmpty().WithMessage("Choose who is reminded.");
        }
    }

    public sealed class Reader(CcriDbContext db, ReminderRecipients recipients, CurrentUser user, Access access, ProgrammeCalendar calendar) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken) => new(
            await recipients.ReadAsync(null, cancellationToken),
            await access.WithVisibleWork(db.Territories).OrderBy(t => t.Name).ThenBy(t => t.Id).Select(t => new NamedChoice(t.Id, t.Name)).ToListAsync(cancellationToken),
            new Command { OwnerId = user.PersonId, Due = calendar.Today.AddDays(7) });
    }

    public sealed class Handler(CcriDbContext db, ReminderRecipients recipients, CurrentUser user, Access access, ProgrammeCalendar calendar) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.TerritoryId is { } territory && !await access.WithVisibleWork(db.Territories).AnyAsync(t => t.Id == territory, cancellationToken))
                throw Refusal.At(nameof(Command.TerritoryId), "There is no such territory. Choose one of the list.");
            if (!user.IsSystem && (await recipients.ReadAsync(null, cancellationToken)).All(p => p.Id != request.OwnerId) || !await recipients.MayBeToldAsync(request.OwnerId!.Value, request.TerritoryId, cancellationToken))
                throw Refusal.At(nameof(Command.OwnerId), "This person cannot see that territory, or cannot sign in. Choose somebody of the list.");
            if (request.Due < calendar.Today)
                throw Refusal.At(nameof(Command.Due), $"{Words.Of(request.Due!.Value)} has passed. It should be {Words.Of(calendar.Today)} or later.");
            var reminder = new OwnReminder(request.Text!, request.Due!.Value, request.OwnerId!.Value, user.PersonId, request.TerritoryId, calendar.Today);
            db.OwnReminders.Add(reminder);
            await db.SaveChangesAsync(cancellationToken);
            return reminder.Id;
        }
    }
}
