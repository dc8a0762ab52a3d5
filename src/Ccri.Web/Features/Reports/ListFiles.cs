using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>The files of a frozen revision, as far as the user may see them; never their bytes.</summary>
public static class ListFiles
{
    /// <param name="Revision">Empty: the last.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Code, int? Revision = null) : IRequest<Answer>;

    /// <param name="Revision">Empty when the period was never frozen.</param>
    /// <param name="Files">The overview first, then by territory.</param>
    public sealed record Answer(PeriodHead Period, IReadOnlyList<RevisionHead> Revisions, RevisionHead? Revision, IReadOnlyList<Row> Files, bool MayTryAgain)
    {
        public int Made => Files.Count(f => f.State == FileState.Made);
        public bool IsWaiting => Files.Any(f => f.State == FileState.Waiting);
        public IReadOnlyList<Row> Failed => [.. Files.Where(f => f.State == FileState.Failed)];
    }

    /// <param name="FrozenAt">UTC.</param>
    /// <param name="Exception">Why it was frozen with participants that are unconfirmed or not named.</param>
    public sealed record RevisionHead(int Number, DateTime FrozenAt, string? Exception);

    /// <param name="Territory">Empty for the overview of the quarter.</param>
    /// <param name="Size">In bytes.</param>
    public sealed record Row(string Name, ReportKind Kind, string? Territory, string? Slug, FileState State, int Pages, int Size, string? Sha256, string? Problem);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var period = await db.PeriodHeadAsync(request.Code, cancellationToken);
            var revisions = await db.PeriodSteps.Where(s => s.PeriodId == period.Id && s.Kind == PeriodStepKind.Frozen).OrderByDescending(s => s.Revision)
                .Select(s => new RevisionHead(s.Revision, s.At, s.Reason)).ToListAsync(cancellationToken);
            var shown = request.Revision is { } number ? revisions.Find(r => r.Number == number) ?? throw new NotFoundException("Revision", number) : revisions.FirstOrDefault();
            var files = shown is null ? [] : await FilesAsync(period.Id, shown.Number, cancellationToken);
            return new Answer(period, revisions, shown, files, access.MayEditForOffice(null));
        }

        private async Task<IReadOnlyList<Row>> FilesAsync(Guid periodId, int revision, CancellationToken cancellationToken)
        {
            var rows = await (from f in access.VisibleFiles(db)
                              where f.PeriodId == periodId && f.Revision == revision
                              join t in db.Territories on f.TerritoryId equals (Guid?)t.Id into named
                              from t in named.DefaultIfEmpty()
                              select new Row(f.Name, f.Kind, t == null ? null : t.Name, t == null ? null : t.Slug, f.State, f.Pages, f.Size, f.Sha256, f.Problem)).ToListAsync(cancellationToken);
            return [.. rows.OrderBy(r => r.Territory is not null).ThenBy(r => r.Territory, StringComparer.InvariantCultureIgnoreCase).ThenBy(r => r.Slug, StringComparer.Ordinal).ThenBy(r => r.Kind)];
        }
    }
}

internal static class FileAccess
{
    /// <summary>Who answers for one territory has its files only; the overview of all is for those who see all. What was frozen the desk sees, too.</summary>
    public static IQueryable<IssuedFile> VisibleFiles(this Access access, CcriDbContext db)
    {
        if (access.SeesEveryTerritory)
            return db.IssuedFiles;
        var visible = access.Visible(db.Territories).Select((Territory t) => (Guid?)t.Id);
        return db.IssuedFiles.Where(f => visible.Contains(f.TerritoryId));
    }
}
