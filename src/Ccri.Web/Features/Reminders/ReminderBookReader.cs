using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Reads what reminders follow from, as it stands today: always with the same number of questions. It asks as the system: who may see a fact is part of it.</summary>
public sealed class ReminderBookReader(CcriDbContext db, ReminderFactReader facts, ProgrammeCalendar calendar)
{
    /// <param name="kinds">Null: all kinds; an empty list: none.</param>
    /// <param name="subjects">Null: everything; else only the facts about these.</param>
    /// <param name="on">Another day than today, to try things out.</param>
    /// <param name="until">For a look ahead: also what only opens by that day.</param>
    public async Task<ReminderBook> ReadAsync(IReadOnlyCollection<ReminderKind>? kinds = null, IReadOnlyCollection<Guid>? subjects = null, CancellationToken cancellationToken = default, DateOnly? on = null, DateOnly? until = null)
    {
        var today = on ?? calendar.Today;
        var people = await ReminderPeople.ReadAsync(db, today, cancellationToken);
        var participating = (await db.Participations.HeldOn(today).Select(p => p.TerritoryId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        return new ReminderBook
        {
            Rules = await db.ReminderRules.AsNoTracking().OrderBy(r => r.Name).ThenBy(r => r.Id).ToListAsync(cancellationToken),
            Facts = await facts.ReadAsync(people, participating, today, until ?? today, kinds, subjects, cancellationToken),
            Marks = await db.ReminderMarks.AsNoTracking().ToListAsync(cancellationToken),
            Unsubscriptions = await db.Unsubscriptions.AsNoTracking().ToListAsync(cancellationToken),
            Days = new WorkingDays(await db.Holidays.Select(h => new HolidayKey(h.Calendar, h.Day)).ToListAsync(cancellationToken)),
            Participating = participating,
            MayBeTold = people.MayBeTold,
        };
    }
}
