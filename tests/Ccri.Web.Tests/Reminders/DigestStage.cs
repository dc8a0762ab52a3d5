using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Reminders;

/// <summary>A person with a digest in the outbox, as planning leaves it: reminders made by hand that a rule has found, and the mail that tells of them.</summary>
internal sealed record DigestStage(Guid MailId, Guid PersonId, string Email, Guid RuleId, IReadOnlyList<Guid> Own)
{
    private static readonly TimeSpan Long = TimeSpan.FromDays(180);

    /// <param name="due">When the digest may go out; empty: at once.</param>
    /// <param name="days">Of the due days from today; the first title has it, each further one a day later.</param>
    public static async Task<DigestStage> SetAsync(CcriApp app, string[] titles, string name = "Łucja z Łodzi", DateTime? due = null, int days = -3, Role role = Role.Officer)
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var added = await app.SendAsSystemAsync(new AddPerson.Command(email, name, role, null));
        return await app.WithDatabaseAsync(async db =>
        {
            var now = DateTime.UtcNow;
            var today = DateOnly.FromDateTime(now);
            var rule = new ReminderRule(ReminderKind.OwnReminder, $"By hand {email[..6]}");
            rule.Tell(ReminderAudience.Owner, ReminderChannel.Mail);
            rule.SwitchOn(today.AddDays(-30));
            db.ReminderRules.Add(rule);
            var mail = new MailMessage { PersonId = added.PersonId, Address = email, Subject = "Not written yet", Text = "Not written yet", IsDigest = true, CreatedAt = now, DueAt = due ?? now, KeepTextUntil = now + Long };
            db.MailMessages.Add(mail);
            var habits = new ReminderHabits(added.PersonId);
            habits.Read((WeekDays)127, 0, 0, 0, ReminderHabits.MostMails); // the tests run at any hour
            db.ReminderHabits.Add(habits);
            var own = titles.Select((title, index) => new OwnReminder(title, today.AddDays(days + index), added.PersonId, null, null, today.AddDays(-60))).ToList();
            db.OwnReminders.AddRange(own);
            foreach (var one in own)
                db.Reminders.Add(Mailed(rule, one, mail.Id, now));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            return new DigestStage(mail.Id, added.PersonId, email, rule.Id, [.. own.Select(o => o.Id)]);
        });
    }

    /// <summary>A reminder as planning makes it of something made by hand.</summary>
    public static Reminder Mailed(ReminderRule rule, OwnReminder own, Guid mailId, DateTime now)
    {
        var reminder = Planned(rule, own.Id, own.Due, own.Text, own.OwnerId, now);
        reminder.Mail(mailId, now);
        return reminder;
    }

    public static Reminder Planned(ReminderRule rule, Guid subject, DateOnly due, string title, Guid person, DateTime now, string? of = null, ReminderStep step = ReminderStep.Usual, Guid? territory = null)
    {
        var fact = new ReminderFact(rule.Kind, subject, due, title, "reminders") { Of = of, TerritoryId = territory, People = new Dictionary<ReminderAudience, IReadOnlyList<Guid>>() };
        return new Reminder(new PlannedReminder(rule, fact, person, due, 0, step), now);
    }

    public Task<MailMessage> MailAsync(CcriApp app) => app.WithDatabaseAsync(db => db.MailMessages.AsNoTracking().SingleAsync(m => m.Id == MailId, TestContext.Current.CancellationToken));

    /// <summary>The site's own worker may be at it, too: works until the mail is sent, given up or dropped.</summary>
    public async Task<MailMessage> SendAsync(CcriApp app)
    {
        for (var i = 0; i < 400; i++)
        {
            await app.SendAsSystemAsync(new SendDueMail.Command());
            if (await MailAsync(app) is { } mail && (mail.SentAt ?? mail.FailedAt ?? mail.DroppedAt) is not null)
                return mail;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
        throw new TimeoutException("The mail has not gone out in twenty seconds.");
    }

    /// <summary>What lies in the pickup folder for this person, digests only.</summary>
    public IReadOnlyList<string> Files(CcriApp app) => [.. Directory.GetFiles(app.MailFolder, "*.eml").Select(File.ReadAllText).Where(text => text.Contains(Email) && text.Contains("List-Unsubscribe:"))];
}
