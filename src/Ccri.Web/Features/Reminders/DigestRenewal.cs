using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Makes a digest true again right before it goes out: what was done meanwhile is left out, what came to it is in it, and the days are today's.</summary>
public sealed class DigestRenewal(CcriDbContext db, ReminderCheck check, DigestWriter writer, ProgrammeCalendar calendar, TimeProvider clock)
{
    /// <summary>Changes the mail and its reminders in memory; whoever asks saves them. The mail is dropped when nothing is left to say, or nobody to say it to.</summary>
    /// <param name="mail">Tracked; a digest that has not gone out.</param>
    public async Task RenewAsync(MailMessage mail, CancellationToken cancellationToken)
    {
        var (today, now) = (calendar.Today, clock.GetUtcNow().UtcDateTime);
        IReadOnlyList<Reminder> reminders = await db.Reminders.Where(r => r.MailId == mail.Id && r.State == ReminderState.Mailed).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var person = await db.Persons.Where(p => p.Id == mail.PersonId && p.DisabledAt == null)
            .Select(p => new { p.Name, p.Email, Roles = p.Roles.Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today)).Select(r => r.Role).ToList() }).SingleOrDefaultAsync(cancellationToken);
        if (person is null || person.Roles.Count == 0)
        {
            foreach (var reminder in reminders)
                reminder.Silence(ReminderReason.NotMeant, now);
            mail.Drop(now);
            return;
        }
        reminders = await check.KeepWantedAsync(reminders, cancellationToken);
        if (reminders.Count == 0)
        {
            mail.Drop(now);
            return;
        }
        var ids = reminders.Select(r => r.RuleId).Distinct().ToList();
        var rules = await db.ReminderRules.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        mail.Address = person.Email; // the one of today
        writer.Write(mail, person.Name, reminders, rules, person.Roles);
    }
}
