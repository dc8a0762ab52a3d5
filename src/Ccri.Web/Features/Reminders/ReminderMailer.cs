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
        var names = book.Rules.ToDictionary(r => r.Id, r => r.Name);
        foreach (var reminders in waiting.GroupBy(r => r.PersonId).OrderBy(g => g.Key))
        {
            var done = await TryAsync(() => DecideAsync(mailbox(reminders.Key), [.. reminders], book, names, today, now, cancellationToken));
            outcome = new Outcome(outcome.Mails + done.Mails, outcome.Mailed + done.Mailed, outcome.Joined + done.Joined, outcome.Held + done.Held, outcome.Silenced + done.Silenced, outcome.Missed + done.Missed);
            db.ChangeTracker.Clear();
        }
        return outcome;
    }

    private static async Task<Outcome> TryAsync(Func<Task<Outcome>> decide)
    {
        try
        {
            return await decide();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome(0, 0, 0, 0, 0, 0); // another process, or the person, was faster; the next run sees what is left
        }
    }

    private async Task<Outcome> DecideAsync(Mailbox mailbox, List<Reminder> reminders, ReminderBook book, Dictionary<Guid, string> rules, DateOnly today, DateTime now, CancellationToken cancellationToken)
    {
        db.AttachRange(reminders);
        foreach (var reminder in reminders)
        {
            if (book.Objection(reminder) is { } objection)
                reminder.Silence(objection, now);
            else if (reminder.On < today.AddDays(-Reminder.UsefulDays))
                reminder.Miss(ReminderReason.TooLate, now);
        }
        var wanted = reminders.FindAll(r => r.State == ReminderState.Waiting);
        var (mails, joined) = wanted.Count == 0 ? (0, 0) : mailbox.OnItsWay is { } mail ? (0, await JoinAsync(mail, wanted, now, cancellationToken)) : (Write(mailbox, wanted, rules, now), 0);
        await db.SaveChangesAsync(cancellationToken);
        return new Outcome(mails, wanted.Count(r => r.State == ReminderState.Mailed) - joined, joined, wanted.Count(r => r.State == ReminderState.Waiting),
            reminders.Count(r => r.State == ReminderState.Silenced), reminders.Count(r => r.State == ReminderState.Missed));
    }

    private int Write(Mailbox mailbox, List<Reminder> wanted, Dictionary<Guid, string> rules, DateTime now)
    {
        if (mailbox.Habits.Objection(calendar.Local(now), mailbox.ThisWeek, mailbox.HadOneToday) is { } objection)
        {
            Hold(wanted, objection);
            return 0;
        }
        var mail = new MailMessage { PersonId = mailbox.PersonId, Address = mailbox.Address, Subject = "", Text = "", IsDigest = true, CreatedAt = now, DueAt = now, KeepTextUntil = now + KeepText };
        writer.Write(mail, mailbox.Name, wanted, rules);
        db.MailMessages.Add(mail);
        foreach (var reminder in wanted)
            reminder.Mail(mail.Id, now);
        return 1;
    }

    /// <summary>The sender writes the mail anew before it goes out. While one has it in hand it is left alone: what joined then would be told to nobody.</summary>
    private async Task<int> JoinAsync(Guid mail, List<Reminder> wanted, DateTime now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var free = await db.MailMessages.Where(m => m.Id == mail && m.SentAt == null && m.FailedAt == null && m.DroppedAt == null && (m.LeaseUntil == null || m.LeaseUntil < now))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, m => m.DueAt), cancellationToken); // holds the row until this is saved
        if (free == 0)
        {
            Hold(wanted, ReminderReason.MailOnItsWay);
            return 0;
        }
        foreach (var reminder in wanted)
            reminder.Mail(mail, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return wanted.Count;
    }

    private static void Hold(List<Reminder> wanted, ReminderReason because)
    {
        foreach (var reminder in wanted.Where(r => r.Because != because))
            reminder.Hold(because);
    }

    private async Task<Func<Guid, Mailbox>> MailboxesAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var monday = calendar.StartOf(ReminderHabits.WeekOf(today));
        var persons = await db.Persons.Where(p => db.Reminders.Any(r => r.State == ReminderState.Waiting && r.PersonId == p.Id)).Select(p => new { p.Id, p.Name, p.Email }).ToDictionaryAsync(p => p.Id, cancellationToken);
        var habits = await db.ReminderHabits.AsNoTracking().ToDictionaryAsync(h => h.PersonId, cancellationToken);
        var mails = (await db.MailMessages.Where(m => m.IsDigest && m.AgainOfId == null && m.DroppedAt == null && (m.CreatedAt >= monday || m.SentAt == null && m.FailedAt == null)).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id)
            .Select(m => new { m.PersonId, m.Id, m.CreatedAt, IsOnItsWay = m.SentAt == null && m.FailedAt == null }).ToListAsync(cancellationToken)).ToLookup(m => m.PersonId);
        return id =>
        {
            var (person, own) = (persons.GetValueOrDefault(id), mails[id].ToList());
            return new Mailbox(id, person?.Name ?? "", person?.Email ?? "", habits.GetValueOrDefault(id) ?? new ReminderHabits(id), own.Count(m => m.CreatedAt >= monday),
                own.Exists(m => calendar.DayOf(m.CreatedAt) == today), own.Find(m => m.IsOnItsWay)?.Id);
        };
    }

    /// <param name="OnItsWay">The digest that was made and has not gone out.</param>
    private sealed record Mailbox(Guid PersonId, string Name, string Address, ReminderHabits Habits, int ThisWeek, bool HadOneToday, Guid? OnItsWay);
}
