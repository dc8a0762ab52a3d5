using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>
/// Puts what waits into one mail per person, at their hour and as often as agreed; what is not wanted any more is silenced, what waited too long is missed,
/// and the rest is held with the reason. Two processes make no two mails: both would change the same reminders, and the second is refused.
/// </summary>
public sealed class ReminderMailer(CcriDbContext db, DigestWriter writer, ProgrammeCalendar calendar, TimeProvider clock)
{
    /// <summary>The log of reminders shows the mail as it was; half a year later nobody asks any more.</summary>
    private static readonly TimeSpan KeepText = TimeSpan.FromDays(180);

    /// <param name="Joined">Reminders that go with a mail which has not gone out yet.</param>
    public sealed record Outcome(int Mails, int Mailed, int Joined, int Held, int Silenced, int Missed)
    {
        /// <summary>Reminders that were decided on.</summary>
        public int Rows => Mailed + Joined + Silenced + Missed;

        public string InWords => $"{Plural.Of(Mails, "mail")} with {Plural.Of(Mailed, "reminder")} made, {Joined} added to a mail on its way, {Held} held, {Silenced} not needed any more, {Missed} missed";
    }

    /// <param name="book">With the facts of all rules that are on.</param>
    public async Task<Outcome> MailAsync(ReminderBook book, DateOnly today, CancellationToken cancellationToken)
    {
        var outcome = new Outcome(0, 0, 0, 0, 0, 0);
        var waiting = await db.Reminders.AsNoTracking().Where(r => r.State == ReminderState.Waiting).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return outcome;
        var now = clock.GetUtcNow().UtcDateTime;
        var mailbox = await MailboxesAsync(today, cancellationToken); // after the reminders: who made a mail meanwhile has changed them
        var rules = book.Rules.ToDictionary(r => r.Id);
        foreach (var reminders in waiting.GroupBy(r => r.PersonId).OrderBy(g => g.Key))
        {
            var done = await DecideAsync(mailbox(reminders.Key), [.. reminders], book, rules, today, now, cancellationToken);
            outcome = new Outcome(outcome.Mails + done.Mails, outcome.Mailed + done.Mailed, outcome.Joined + done.Joined, outcome.Held + done.Held, outcome.Silenced + done.Silenced, outcome.Missed + done.Missed);
        }
        return outcome;
    }

    private async Task<Outcome> DecideAsync(Mailbox mailbox, List<Reminder> reminders, ReminderBook book, Dictionary<Guid, ReminderRule> rules, DateOnly today, DateTime now, CancellationToken cancellationToken)
    {
        var reasons = reminders.ConvertAll(r => r.Because);
        foreach (var reminder in reminders)
        {
            if (book.Objection(reminder) is { } objection)
                reminder.Silence(objection, now);
            else if (reminder.On < today.AddDays(-Reminder.UsefulDays))
                reminder.Miss(ReminderReason.TooLate, now);
        }
        var wanted = reminders.FindAll(r => r.State == ReminderState.Waiting);
        var mail = wanted.Count > 0 && mailbox.OnItsWay is null ? Write(mailbox, wanted, rules, now) : null;
        var joins = wanted.Count > 0 && mailbox.OnItsWay is not null;
        if (!joins && reminders.Index().All(r => r.Item.State == ReminderState.Waiting && r.Item.Because == reasons[r.Index]))
            return new Outcome(0, 0, 0, wanted.Count, 0, 0); // as it was

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (joins)
            await JoinAsync(mailbox.OnItsWay!.Value, wanted, now, cancellationToken);
        if (mail is not null)
        {
            db.MailMessages.Add(mail);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
        if (!await KeepAsync(mailbox.PersonId, reminders, now, cancellationToken))
            return new Outcome(0, 0, 0, 0, 0, 0); // another process was faster, and nothing of this is kept; the next run sees what is left
        await transaction.CommitAsync(cancellationToken);
        var mailed = wanted.Count(r => r.State == ReminderState.Mailed);
        return new Outcome(mail is null ? 0 : 1, joins ? 0 : mailed, joins ? mailed : 0, wanted.Count - mailed, reminders.Count(r => r.State == ReminderState.Silenced), reminders.Count(r => r.State == ReminderState.Missed));
    }

    /// <summary>Empty when it is not the time for a mail: then all of them are held.</summary>
    private MailMessage? Write(Mailbox mailbox, List<Reminder> wanted, Dictionary<Guid, ReminderRule> rules, DateTime now)
    {
        if (mailbox.Habits.Objection(calendar.Local(now), mailbox.ThisWeek, mailbox.HadOneToday) is { } objection)
        {
            wanted.ForEach(reminder => reminder.Hold(objection));
            return null;
        }
        var mail = new MailMessage { PersonId = mailbox.PersonId, Address = mailbox.Address, Subject = "", Text = "", IsDigest = true, CreatedAt = now, DueAt = now, KeepTextUntil = now + KeepText };
        writer.Write(mail, mailbox.Name, wanted, rules);
        wanted.ForEach(reminder => reminder.Mail(mail.Id, now));
        return mail;
    }

    /// <summary>The sender writes the mail anew before it goes out. While one has it in hand it is left alone: what joined then would be told to nobody.</summary>
    private async Task JoinAsync(Guid mail, List<Reminder> wanted, DateTime now, CancellationToken cancellationToken)
    {
        var free = await db.MailMessages.Where(m => m.Id == mail && m.SentAt == null && m.FailedAt == null && m.DroppedAt == null && (m.LeaseUntil == null || m.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, m => m.DueAt), cancellationToken); // holds the row until this is saved
        wanted.ForEach(reminder =>
        {
            if (free == 0)
                reminder.Hold(ReminderReason.MailOnItsWay);
            else
                reminder.Mail(mail, now);
        });
    }

    /// <summary>Writes those that share a fate at once: a morning has thousands of them.</summary>
    /// <returns>False when one of them does not wait any more.</returns>
    private async Task<bool> KeepAsync(Guid person, List<Reminder> reminders, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var alike in reminders.GroupBy(r => (r.State, r.Because, r.MailId)))
        {
            var (ids, version, (state, because, mail)) = (alike.Select(r => r.Id).ToList(), Guid.CreateVersion7(), alike.Key);
            var decided = state == ReminderState.Waiting ? (DateTime?)null : now;
            var kept = await db.Reminders.Where(r => r.State == ReminderState.Waiting && r.PersonId == person && ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state).SetProperty(r => r.Because, because)
                .SetProperty(r => r.MailId, mail).SetProperty(r => r.DecidedAt, decided).SetProperty(r => r.Version, version), cancellationToken);
            if (kept != ids.Count)
                return false;
        }
        return true;
    }

    private async Task<Func<Guid, Mailbox>> MailboxesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var monday = calendar.StartOf(ReminderHabits.WeekOf(today));
        var persons = await db.Persons.Where(p => db.Reminders.Any(r => r.State == ReminderState.Waiting && r.PersonId == p.Id)).Select(p => new { p.Id, p.Name, p.Email }).ToDictionaryAsync(p => p.Id, cancellationToken);
        var habits = await db.ReminderHabits.AsNoTracking().ToDictionaryAsync(h => h.PersonId, cancellationToken);
        var mails = await DigestsBefore.ReadAsync(db, monday, cancellationToken);
        return id =>
        {
            var (person, own) = (persons.GetValueOrDefault(id), mails[id].ToList());
            return new Mailbox(id, person?.Name ?? "", person?.Email ?? "", habits.GetValueOrDefault(id) ?? new ReminderHabits(id), own.Count(m => m.At >= monday),
                own.Exists(m => calendar.DayOf(m.At) == today), own.Find(m => m.IsOnItsWay)?.Id);
        };
    }

    /// <param name="OnItsWay">The digest that was made and has not gone out.</param>
    private sealed record Mailbox(Guid PersonId, string Name, string Address, ReminderHabits Habits, int ThisWeek, bool HadOneToday, Guid? OnItsWay);
}
