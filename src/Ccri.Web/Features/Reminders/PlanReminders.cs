using Ccri.Domain.Reminders;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Ccri.Web.Work;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reminders;

/// <summary>Plans the reminders of today and of days that were skipped, then puts what waits into mails. Once more plans nothing, and neither does another process at the same time.</summary>
public static class PlanReminders
{
    /// <summary>What was planned so long ago decides nothing any more.</summary>
    private const int DaysBefore = 60;

    [Allow]
    public sealed record Command : IRequest<JobDone>;

    public sealed class Handler(CcriDbContext db, ReminderBookReader books, ReminderMailer mailer, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Command, JobDone>
    {
        public async Task<JobDone> Handle(Command request, CancellationToken cancellationToken)
        {
            var today = calendar.Today;
            var kinds = await db.ReminderRules.Where(r => r.OnSince != null).Select(r => r.Kind).Distinct().ToListAsync(cancellationToken);
            var book = await books.ReadAsync(kinds, on: today, cancellationToken: cancellationToken);
            var planned = await PlanAsync(book, today, cancellationToken);
            var mailed = await mailer.MailAsync(book, today, cancellationToken);
            return new JobDone($"{Plural.Of(planned, "reminder")} planned, {mailed.InWords}", planned + mailed.Rows);
        }

        private async Task<int> PlanAsync(ReminderBook book, DateOnly today, CancellationToken cancellationToken)
        {
            if (book.Rules.Count == 0 || (await MissingAsync(book, today, cancellationToken)) is ([], IsRecorded: true))
                return 0;
            await using var held = await db.HoldAllAsync<ReminderRule>(cancellationToken); // of two processes one waits here, and then finds that nothing is missing; the unique key would refuse it
            var (missing, isRecorded) = await MissingAsync(book, today, cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            db.Reminders.AddRange(missing.Select(planned => new Reminder(planned, now)));
            if (!isRecorded)
                db.ReminderDays.Add(new PlannedDay { Day = today, At = now });
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            db.ChangeTracker.Clear(); // thousands of rows would be looked at again with every mail
            return missing.Count;
        }

        private async Task<(IReadOnlyList<PlannedReminder> Planned, bool IsRecorded)> MissingAsync(ReminderBook book, DateOnly today, CancellationToken cancellationToken)
        {
            var last = await db.ReminderDays.Select(d => (DateOnly?)d.Day).MaxAsync(cancellationToken);
            var since = today.AddDays(-DaysBefore);
            var before = await db.Reminders.AsNoTracking().Where(r => r.On >= since).ToListAsync(cancellationToken);
            return (ReminderPlanner.Plan(book, last, today, before), last >= today);
        }
    }
}
