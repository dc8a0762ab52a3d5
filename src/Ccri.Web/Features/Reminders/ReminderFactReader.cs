using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Finds what is open and has a day, kind by kind, with who is meant.</summary>
public sealed partial class ReminderFactReader(CcriDbContext db)
{
    /// <param name="participating">Territories that take part; facts of others are none.</param>
    /// <param name="kinds">Empty: all kinds.</param>
    /// <param name="subjects">Empty: everything; else only the facts about these.</param>
    public async Task<IReadOnlyList<ReminderFact>> ReadAsync(ReminderPeople people, IReadOnlySet<Guid> participating, DateOnly today, IReadOnlyCollection<ReminderKind>? kinds, IReadOnlyCollection<Guid>? subjects, CancellationToken cancellationToken)
    {
        var facts = new List<ReminderFact>();
        if (kinds?.Contains(ReminderKind.OwnReminder) ?? true)
            facts.AddRange(await OwnRemindersAsync(people, subjects, cancellationToken));
        return facts;
    }

    private async Task<IEnumerable<ReminderFact>> OwnRemindersAsync(ReminderPeople people, IReadOnlyCollection<Guid>? subjects, CancellationToken cancellationToken)
    {
        var open = db.OwnReminders.Where(r => r.DoneAt == null);
        if (subjects is not null)
            open = open.Where(r => subjects.Contains(r.Id));
        var rows = await open.OrderBy(r => r.Id).Select(r => new { r.Id, r.Text, r.Due, r.OwnerId, r.TerritoryId, Of = db.Territories.Where(t => t.Id == r.TerritoryId).Select(t => t.Name).FirstOrDefault() }).ToListAsync(cancellationToken);
        return rows.Select(r => new ReminderFact(ReminderKind.OwnReminder, r.Id, r.Due, r.Text, "reminders")
        {
            TerritoryId = r.TerritoryId, Of = r.Of, People = People(people.Has(r.OwnerId) ? [r.OwnerId] : []),
        });
    }

    private static Dictionary<ReminderAudience, IReadOnlyList<Guid>> People(IReadOnlyList<Guid> owners) => new() { [ReminderAudience.Owner] = owners };
}
