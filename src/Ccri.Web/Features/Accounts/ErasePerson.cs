using System.Data.Common;
using System.Security.Cryptography;
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

    public sealed class Handler(CcriDbContext db, CurrentUser user, LastCoordinator coordinators, ProgrammeCalendar calendar, TimeProvider clock, ILogger<Handler> log)
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
            person.Erase(await FreeCodeAsync(cancellationToken), calendar.Today, clock.GetUtcNow().UtcDateTime);
            await coordinators.RequireAnotherAsync(person, cancellationToken);

            db.HidesValues = true; // what stood there is the very thing that the audit must not keep
            await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
            {
                await RemoveAsync(person.Id, cancellationToken);
                await db.SaveChangesAsync(cancellationToken); // two saves in one transaction: texts are looked through after what goes has gone
                var pseudonym = new Pseudonym(oldName, oldEmail, person.Name, person.Email);
                await PersonalTraces.ReplaceAsync(db, pseudonym, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await RedactAuditAsync(pseudonym, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }
            await WipeAsync();
            return person.Name;
        }

        /// <summary>What only served the person and belongs to nobody's work: credentials, mails, drafts, views that nobody else uses.</summary>
        private async Task RemoveAsync(Guid personId, CancellationToken cancellationToken)
        {
            db.RemoveRange(await db.Users.Where(a => a.Id == personId).ToListAsync(cancellationToken));
            db.RemoveRange(await db.SavedFilters.Where(f => f.PersonId == personId && !f.IsShared).ToListAsync(cancellationToken));
            foreach (var table in PersonalTraces.Tables(db).Where(t => !t.ClrType.IsSubclassOf(typeof(Entity))))
                db.RemoveRange(await PersonalTraces.RowsNamingAsync(db, table, personId, cancellationToken));
        }

        /// <summary>The rows stay and count; what they said of fields in which the person was named goes.</summary>
        private async Task RedactAuditAsync(Pseudonym pseudonym, CancellationToken cancellationToken)
        {
            var telling = new List<Guid>();
            await foreach (var row in db.AuditRows.Select(a => new { a.Id, a.Changes }).AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                if (pseudonym.IsIn(row.Changes))
                    telling.Add(row.Id);
            }
            foreach (var ids in telling.Chunk(500))
                await db.AuditRows.Where(a => ids.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, AuditRow.Silence), cancellationToken);
        }

        private async Task<string> FreeCodeAsync(CancellationToken cancellationToken)
        {
            for (var length = 4; ; length++)
            {
                var code = RandomNumberGenerator.GetHexString(length, lowercase: true);
                if (!await db.Persons.AnyAsync(p => p.Email == $"former-{code}@invalid", cancellationToken))
                    return code;
            }
        }

        /// <summary>The person is erased whatever comes of this; a database that is busy is wiped by the next one who is erased.</summary>
        private async Task WipeAsync()
        {
            try
            {
                await db.WipeFreePagesAsync(CancellationToken.None);
            }
            catch (DbException busy)
            {
                log.LogWarning("A person was erased, but free pages of the database may still hold the name: {Problem}. Run VACUUM on it.", busy.Message);
            }
        }
    }
}
