using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Whom somebody may give a reminder to: who can sign in, is more than a desk officer, and may see what it is about. A contact of a territory knows the office and the own territory.</summary>
public sealed class ReminderRecipients(CcriDbContext db, CurrentUser user, Access access, ProgrammeCalendar calendar)
{
    /// <param name="about">Empty: anything that the user may see.</param>
    public async Task<IReadOnlyList<NamedChoice>> ReadAsync(ReminderFact? about, CancellationToken cancellationToken)
    {
        var people = await ReminderPeople.ReadAsync(db, calendar.Today, cancellationToken);
        var own = user.Roles.Where(r => r.Role == Role.Territory).Select(r => r.TerritoryId).OfType<Guid>().ToList();
        var persons = await db.Persons.Where(p => p.DisabledAt == null).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken);
        return [.. persons.Where(p => people.Has(p.Id) && (about is null || people.MayBeTold(p.Id, about)) && (access.SeesAllWork || p.Id == user.PersonId || own.Exists(t => people.MayBeTold(p.Id, t))))
            .Select(p => new NamedChoice(p.Id, p.Name))];
    }

    /// <summary>Whether a person may see the live work of a territory.</summary>
    public async Task<bool> MayBeToldAsync(Guid personId, Guid? territoryId, CancellationToken cancellationToken)
    {
        var people = await ReminderPeople.ReadAsync(db, calendar.Today, cancellationToken);
        return people.MayBeTold(personId, territoryId);
    }
}
