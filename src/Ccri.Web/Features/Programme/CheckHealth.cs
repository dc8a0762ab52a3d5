using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Mail;
using Ccri.Web.Rendering;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Ccri.Web.Features.Programme;

/// <summary>Whether every part of the system works, and how every job stands.</summary>
public static class CheckHealth
{
    [Allow(Role.Officer, Role.Coordinator)]
    public sealed record Query : IRequest<Answer>;

    public sealed record Answer(IReadOnlyList<Part> Parts, IReadOnlyList<JobStanding> Jobs);

    public sealed record Part(string Name, bool Works, string Sentence);

    public sealed class Handler(CcriDbContext db, JobReader jobs, TypstRenderer renderer, IOptions<DatabaseOptions> database, MailGate gate, ProgrammeCalendar calendar, TimeProvider clock) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var reports = await renderer.CheckAsync(cancellationToken);
            return new Answer([await Database(cancellationToken), new Part("Reports as PDF", reports.Ready, reports.Sentence), await Files(cancellationToken), await Mail(cancellationToken), await Holidays(cancellationToken)], await jobs.ReadAsync(cancellationToken));
        }

        private async Task<Part> Files(CancellationToken cancellationToken)
        {
            var waiting = await db.IssuedFiles.CountAsync(f => f.State == FileState.Waiting, cancellationToken);
            var failed = await db.IssuedFiles.CountAsync(f => f.State == FileState.Failed, cancellationToken);
            return new Part("Issued files", failed == 0, waiting + failed == 0 ? "Nothing is waiting." : $"{waiting} waiting to be made, {failed} could not be made: the files of the period say why.");
        }

        private async Task<Part> Database(CancellationToken cancellationToken)
        {
            var behind = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
            var name = database.Value.Provider == DatabaseProvider.Sqlite ? "SQLite" : "PostgreSQL";
            if (behind > 0)
                return new Part("Database", false, $"{Plural.Of(behind, "migration")} missing. Run: scripts/ccri migrate");
            var unwiped = await Wiping.Owed(db).OrderBy(r => r.StartedAt).Select(r => (DateTime?)r.StartedAt).FirstOrDefaultAsync(cancellationToken);
            return unwiped is { } since
                ? new Part("Database", false, $"{name}, up to date. Free pages may still hold the name of somebody who was erased on {Words.Moment(calendar.Local(since))}; they are wiped by the next nightly job that finds the database at rest.")
                : new Part("Database", true, $"{name}, up to date.");
        }

        private async Task<Part> Mail(CancellationToken cancellationToken)
        {
            var stuckSince = clock.GetUtcNow().UtcDateTime.AddMinutes(-15);
            var open = db.MailMessages.Where(m => m.SentAt == null && m.FailedAt == null && m.DroppedAt == null);
            var waiting = await open.CountAsync(cancellationToken);
            var late = await open.CountAsync(m => m.CreatedAt < stuckSince, cancellationToken);
            var aWeekAgo = clock.GetUtcNow().UtcDateTime.AddDays(-7);
            var given = await db.MailMessages.CountAsync(m => m.FailedAt > aWeekAgo, cancellationToken);
            var rows = waiting + given == 0
                ? "Nothing is waiting."
                : $"{waiting} waiting, {late} of them for more than 15 minutes; {given} given up in the last seven days.";
            return new Part("Mail", late + given == 0 && gate.State is not { IsOpen: false }, $"{Way()} {rows}");
        }

        /// <summary>Working days are reckoned with them; the file is to be filled up before they end.</summary>
        private async Task<Part> Holidays(CancellationToken cancellationToken)
        {
            var last = await db.Holidays.Where(h => h.Calendar == WorkingDays.Union).MaxAsync(h => (DateOnly?)h.Day, cancellationToken);
            return last is { } day
                ? new Part("Holidays", day >= calendar.Today.AddYears(1), $"Known until {Words.Of(day)}; rules that count working days need them a year ahead.")
                : new Part("Holidays", false, "None are loaded, so every Monday to Friday counts as a working day. Run: scripts/ccri load");
        }

        /// <summary>What the last trial of the way has shown.</summary>
        private string Way() => gate.State switch
        {
            null => $"{gate.Way}; not tried yet.",
            { IsOpen: true } open => $"{gate.Way}; tried on {Words.Moment(calendar.Local(open.At))}.",
            { } shut => $"Nothing can be sent: {shut.Problem} Tried on {Words.Moment(calendar.Local(shut.At))}{(shut.NextTry is { } next ? $", next at {calendar.Local(next):HH:mm}" : "")}.",
        };
    }
}
