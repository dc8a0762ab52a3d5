using Ccri.Domain.Reminders;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Of persons: what they wrote themselves, and mails that did not reach them.</summary>
public sealed partial class ReminderFactReader
{
    /// <summary>Longer ago, nobody waits for the mail any more.</summary>
    private const int DaysOfLostMail = 60;

    /// <summary>They are the person's own, so they stay when a territory leaves.</summary>
    private async Task<IEnumerable<ReminderFact>> OwnRemindersAsync(Asked asked, CancellationToken cancellationToken)
    {
        var rows = await asked.Only(db.OwnReminders.Where(r => r.DoneAt == null)).OrderBy(r => r.Id)
            .Select(r => new { r.Id, r.Text, r.Due, r.OwnerId, r.TerritoryId, Of = db.Territories.Where(t => t.Id == r.TerritoryId).Select(t => t.Name).FirstOrDefault() }).ToListAsync(cancellationToken);
        return rows.Select(r => new ReminderFact(ReminderKind.OwnReminder, r.Id, r.Due, r.Text, "reminders")
        {
            TerritoryId = r.TerritoryId, Of = r.Of, People = Told(asked.People.MayBeTold(r.OwnerId, r.TerritoryId) ? [r.OwnerId] : []),
        });
    }

    /// <summary>Given up, not sent again, and followed by no mail that did arrive; to somebody who may still sign in. A mail that only tells of mails given up is none, or one lost mail would make another for ever.</summary>
    private async Task<IEnumerable<ReminderFact>> MailsAsync(Asked asked, CancellationToken cancellationToken)
    {
        var since = calendar.StartOf(asked.Today.AddDays(-DaysOfLostMail));
        var rows = await (from m in db.MailMessages
                          where m.FailedAt >= since && !db.MailMessages.Any(later => later.AgainOfId == m.Id || later.PersonId == m.PersonId && later.SentAt > m.FailedAt)
                              && !(m.IsDigest && m.AgainOfId == null && !db.Reminders.Any(r => r.MailId == m.Id && r.Kind != ReminderKind.MailGivenUp))
                              && !(m.AgainOfId != null && db.Reminders.Any(r => r.MailId == m.AgainOfId) && !db.Reminders.Any(r => r.MailId == m.AgainOfId && r.Kind != ReminderKind.MailGivenUp))
                          join p in db.Persons.Where(p => p.DisabledAt == null) on m.PersonId equals p.Id
                          orderby m.FailedAt, m.Id
                          select new { m.Id, m.FailedAt, p.Name }).ToListAsync(cancellationToken);
        return rows.Where(m => asked.Subjects?.Contains(m.Id) ?? true).Select(m => new ReminderFact(ReminderKind.MailGivenUp, m.Id, calendar.DayOf(m.FailedAt!.Value), $"A mail to {m.Name} could not be delivered", $"reminders/mails/{m.Id}")
        {
            Readers = ReminderReaders.Coordinators, People = Told(coordinators: asked.People.Coordinators),
        });
    }
}
