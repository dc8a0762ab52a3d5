using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Makes digests true again right before they go out: what was done meanwhile is left out, what came to them is in them, and the days are today's.</summary>
public sealed class DigestRenewal(CcriDbContext db, ReminderCheck check, DigestWriter writer, ProgrammeCalendar calendar, TimeProvider clock)
{
    private static readonly TimeSpan UntilLookedAtAgain = TimeSpan.FromMinutes(5);

    /// <summary>Changes mails and their reminders in memory; whoever asks saves them. A mail is dropped when nothing is left to say, or nobody to say it to.</summary>
    /// <param name="mails">Tracked; digests that have not gone out. Some at once, because the facts are read for all of them.</param>
    public async Task RenewAsync(IReadOnlyCollection<MailMessage> mails, CancellationToken cancellationToken)
    {
        if (mails.Count == 0)
            return;
        var (today, now) = (calendar.Today, clock.GetUtcNow().UtcDateTime);
        var (mailIds, personIds) = (mails.Select(m => (Guid?)m.Id).ToList(), mails.Select(m => m.PersonId).Distinct().ToList());
        var reminders = await db.Reminders.Where(r => mailIds.Contains(r.MailId) && r.State == ReminderState.Mailed).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        var persons = (await db.Persons.Where(p => personIds.Contains(p.Id) && p.DisabledAt == null)
            .Select(p => new { p.Id, p.Name, p.Email, Roles = p.Roles.Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today)).Select(r => r.Role).ToList() }).ToListAsync(cancellationToken))
            .Where(p => p.Roles.Count > 0).ToDictionary(p => p.Id, p => new Reader(p.Name, p.Email, p.Roles));
        foreach (var reminder in reminders.Where(r => !persons.ContainsKey(r.PersonId)))
            reminder.Silence(ReminderReason.NotMeant, now);
        var wanted = (await check.KeepWantedAsync(reminders.FindAll(r => persons.ContainsKey(r.PersonId)), cancellationToken)).ToLookup(r => r.MailId);
        var rules = await db.ReminderRules.AsNoTracking().ToDictionaryAsync(r => r.Id, cancellationToken);
        var habits = await db.ReminderHabits.AsNoTracking().Where(h => personIds.Contains(h.PersonId)).ToDictionaryAsync(h => h.PersonId, cancellationToken);
        foreach (var mail in mails.Where(m => !(wanted[m.Id].Any() && IsLater(m, habits.GetValueOrDefault(m.PersonId) ?? new ReminderHabits(m.PersonId), wanted[m.Id], now))))
            Renew(mail, persons.GetValueOrDefault(mail.PersonId), [.. wanted[mail.Id]], rules, now);
    }

    /// <summary>A mail that was held up goes out at a time that its person has chosen, too; who wants none any more gets none.</summary>
    private bool IsLater(MailMessage mail, ReminderHabits habits, IEnumerable<Reminder> wanted, DateTime now)
    {
        if (habits.MailsPerWeek == 0)
        {
            foreach (var reminder in wanted)
                reminder.Silence(ReminderReason.Unsubscribed, now);
            mail.Drop(now);
            return true;
        }
        if (habits.Objection(calendar.Local(now), mailsThisWeek: 0, hadOneToday: false) is null)
            return false;
        mail.Wait(now + UntilLookedAtAgain);
        return true;
    }

    private void Renew(MailMessage mail, Reader? reader, IReadOnlyList<Reminder> wanted, Dictionary<Guid, ReminderRule> rules, DateTime now)
    {
        if (reader is null || wanted.Count == 0)
        {
            mail.Drop(now);
            return;
        }
        try
        {
            mail.Address = reader.Address; // the one of today
            writer.Write(mail, reader.Name, wanted, rules, reader.Roles);
        }
        catch (Exception problem) // one mail that cannot be written must not hold up the others for ever
        {
            mail.Failed(problem.Message, isPermanent: false, now);
        }
    }

    private sealed record Reader(string Name, string Address, IReadOnlyCollection<Role> Roles);
}
