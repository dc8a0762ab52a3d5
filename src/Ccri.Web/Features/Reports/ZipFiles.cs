using System.Text;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The files of a revision that the user may see, one after the other, for one archive.</summary>
public static class ZipFiles
{
    /// <param name="Revision">Empty: the last.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Code, int? Revision = null) : IRequest<Answer>;

    /// <param name="FrozenAt">UTC; the date of each entry, so that the same revision gives the same archive.</param>
    /// <param name="Files">Read while they are written: never two in memory.</param>
    public sealed record Answer(string Name, DateTime FrozenAt, IAsyncEnumerable<Entry> Files);

    public sealed record Entry(string Name, byte[] Content);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var period = await db.PeriodHeadAsync(request.Code, cancellationToken);
            var revision = request.Revision ?? period.Revision;
            var frozenAt = await db.PeriodSteps.Where(s => s.PeriodId == period.Id && s.Kind == PeriodStepKind.Frozen && s.Revision == revision).Select(s => (DateTime?)s.At).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException("Revision", $"{revision} of {period.Code}");
            var visible = access.VisibleFiles(db).Where(f => f.PeriodId == period.Id && f.Revision == revision);
            var waiting = await visible.CountAsync(f => f.State == FileState.Waiting, cancellationToken);
            if (waiting > 0)
                throw new RuleViolationException($"{Plural.Of(waiting, "file")} of this revision {(waiting == 1 ? "is" : "are")} still being made. The archive is there when all of them are.");
            var ids = await visible.Where(f => f.State == FileState.Made).OrderBy(f => f.Name).Select(f => f.Id).ToListAsync(cancellationToken);
            if (ids.Count == 0)
                throw new NotFoundException("File", $"{period.Code}, revision {revision}");
            var failed = await visible.Where(f => f.State == FileState.Failed).OrderBy(f => f.Name).Select(f => $"{f.Name}: {f.Problem}").ToListAsync(cancellationToken);
            return new Answer(FormattableString.Invariant($"{period.Code}-r{revision}.zip"), frozenAt, Entries(ids, failed));
        }

        /// <summary>Who is handed the archive sees what is not in it.</summary>
        private async IAsyncEnumerable<Entry> Entries(IReadOnlyList<Guid> ids, IReadOnlyList<string> failed)
        {
            if (failed.Count > 0)
                yield return new Entry("not-made.txt", Encoding.UTF8.GetBytes(string.Join('\n', failed) + '\n'));
            foreach (var id in ids)
                yield return await db.IssuedFiles.Where(f => f.Id == id).Select(f => new Entry(f.Name, f.Pdf!)).SingleAsync();
        }
    }
}
