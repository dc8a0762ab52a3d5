using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Accounts;

/// <summary>Erases a person: a pseudonym takes the place of the name and the address everywhere, what only served the person goes, and what the person did stays.</summary>
public static class ErasePerson
{
    /// <param name="Confirmation">The address once more, typed.</param>
    [Allow(Role.Coordinator)]
    public sealed record Command(string Email, string? Confirmation) : IRequest<string>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Confirmation).Must((command, typed) => string.Equals(typed?.Trim(), command.Email.Trim(), StringComparison.OrdinalIgnoreCase))
            .WithMessage(c => $"Type the address of the person, {c.Email}, to confirm. This cannot be undone.");
    }

    public sealed class Handler(CcriDbContext db, Erasure erasure, CurrentUser user, LastCoordinator coordinators, ProgrammeCalendar calendar, TimeProvider clock)
        : IRequestHandler<Command, string>
    {
        /// <returns>The name under which the person's work stays.</returns>
        public async Task<string> Handle(Command request, CancellationToken cancellationToken)
        {
            var email = request.Email.Trim().ToLowerInvariant();
            var person = await db.Persons.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Email == email, cancellationToken)
                ?? throw new NotFoundException("Person", email);
            if (person.Id == user.PersonId)
                throw new RuleViolationException("You cannot erase yourself. Ask another coordinator.");
            var (oldName, oldEmail) = (person.Name, person.Email);
            person.Erase(await erasure.FreeCodeAsync(cancellationToken), calendar.Today, clock.GetUtcNow().UtcDateTime);
            await coordinators.RequireAnotherAsync(person, cancellationToken);
            await erasure.CarryOutAsync(new Pseudonym(oldName, oldEmail, person.Name, person.Email), () => RemoveAsync(person.Id, cancellationToken), cancellationToken);
            return person.Name;
        }

        /// <summary>What only served the person and belongs to nobody's work: credentials, mails, drafts, views that nobody else uses, feeds, habits and reminders to oneself.</summary>
        private async Task RemoveAsync(Guid personId, CancellationToken cancellationToken)
        {
            db.RemoveRange(await db.Users.Where(a => a.Id == personId).ToListAsync(cancellationToken));
            db.RemoveRange(await db.SavedFilters.Where(f => f.PersonId == personId && !f.IsShared).ToListAsync(cancellationToken));
            db.RemoveRange(await db.CalendarFeeds.Where(f => f.PersonId == personId).ToListAsync(cancellationToken));
            db.RemoveRange(await db.ReminderHabits.Where(h => h.PersonId == personId).ToListAsync(cancellationToken));
            db.RemoveRange(await db.Unsubscriptions.Where(u => u.PersonId == personId).ToListAsync(cancellationToken));
            db.RemoveRange(await db.ReminderMarks.Where(m => m.PersonId == personId).ToListAsync(cancellationToken));
            db.RemoveRange(await db.OwnReminders.Where(r => r.OwnerId == personId && (r.MadeById == null || r.MadeById == personId)).ToListAsync(cancellationToken));
            foreach (var table in PersonalTraces.Tables(db).Where(t => !t.ClrType.IsSubclassOf(typeof(Entity))))
                db.RemoveRange(await PersonalTraces.RowsNamingAsync(db, table, personId, cancellationToken));
        }
    }
}
