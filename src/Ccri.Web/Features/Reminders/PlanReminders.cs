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
    /// <summary>What was planned so long before the last day that was planned decides nothing any more.</summary>
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
            var missing = await MissingAsync(book, today, cancellationToken);
            if (book.Rules.Count == 0 || missing is { Planned.Count: 0, IsRecorded: true })
                return 0;
            await using var held = await db.HoldAllAsync<ReminderRule>(cancellationToken); // of two processes one waits here, and then finds that nothing is missing; the unique key would refuse it
            if (await Before(missing.Last, today).CountAsync(cancellationToken) != missing.Known || await LastAsync(cancellationToken) != missing.Last)
                missing = await MissingAsync(book, today, cancellationToken);
            var now = clock.GetUtcNow().UtcDateTime;
            db.ChangeTracker.AutoDetectChangesEnabled = false; // thousands of new rows need not be looked through for changes again and again
            db.Reminders.AddRange(missing.Planned.Select(planned => new Reminder(planned, now)));
            if (!missing.IsRecorded)
                db.ReminderDays.Add(new PlannedDay { Day = today, At = now });
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            db.ChangeTracker.Clear();
            db.ChangeTracker.AutoDetectChangesEnabled = true;
            return missing.Planned.Count;
        }

        private IQueryable<Reminder> Before(DateOnly? last, DateOnly today)
        {
            var since = (last < today ? last.Value : today).AddDays(-DaysBefore);
            return db.Reminders.AsNoTracking().Where(r => r.On >= since);
        }

        private Task<DateOnly?> LastAsync(CancellationToken cancellationToken) => db.ReminderDays.Select(d => (DateOnly?)d.Day).MaxAsync(cancellationToken);

        private async Task<Missing> MissingAsync(ReminderBook book, DateOnly today, CancellationToken cancellationToken)
        {
            var last = await LastAsync(cancellationToken);
            var before = await Before(last, today).ToListAsync(cancellationToken);
            return new Missing(ReminderPlanner.Plan(book, last, today, before), before.Count, last, last >= today);
        }

        /// <param name="Known">How many were planned before; none is ever removed.</param>
        /// <param name="Last">The last day that was planned.</param>
        /// <param name="IsRecorded">Whether the day has been planned before.</param>
        private sealed record Missing(IReadOnlyList<PlannedReminder> Planned, int Known, DateOnly? Last, bool IsRecorded);
    }
}
