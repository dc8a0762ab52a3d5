using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>"No change": somebody confirms what a territory states, one thing or all that were shown, as it stands. Answers how many.</summary>
public static class ConfirmStatements
{
    [Allow(Role.Officer, Role.Coordinator, Role.Territory)]
    public sealed record Command(string Code, string Slug, IReadOnlyList<Guid> Subjects) : IRequest<int>;

    public sealed class Handler(CcriDbContext db, Access access, CurrentUser user, StatementReader statements, TimeProvider clock) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            if (user.PersonId is not { } person)
                throw new RuleViolationException("Only somebody who signed in can say that nothing has changed.");
            var territory = await db.TerritoryOfReportAsync(request.Slug, cancellationToken);
            access.RequireEdit(territory);
            await using var held = await db.HoldAsync<ReportingPeriod>(await db.PeriodIdAsync(request.Code, cancellationToken), cancellationToken); // two who confirm at once write one note, and steps are numbered
            var period = await db.PeriodAsync(request.Code, cancellationToken);
            var report = await db.ReportAsync(period, territory, request.Slug, cancellationToken);
            var wanted = (await statements.OfAsync(territory, cancellationToken)).Select(s => s.Subject).Where(request.Subjects.Contains).ToList();
            if (wanted.Count == 0)
                throw new RuleViolationException("Nothing of that is stated any more. Open the page again and look once more.");
            var now = clock.GetUtcNow().UtcDateTime;
            // Of the territory itself each fact has its note; of anything else the note is about the whole.
            var notes = await db.FactNotes.Where(n => wanted.Contains(n.SubjectId) && (n.Field == "" || n.SubjectId == territory)).ToListAsync(cancellationToken);
            foreach (var missing in wanted.Where(subject => !notes.Exists(n => n.SubjectId == subject && n.Field.Length == 0)))
                notes.Add(db.FactNotes.Add(new FactNote(missing, "", territory)).Entity);
            foreach (var note in notes)
                note.Confirm(person, now);
            if (!period.IsFrozen && report.IsOpen)
                report.Begin(person, now);
            await db.SaveChangesAsync(cancellationToken);
            await held.CommitAsync(cancellationToken);
            return wanted.Count;
        }
    }
}
