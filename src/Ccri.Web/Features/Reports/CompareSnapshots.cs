using Ccri.Domain.Accounts;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>What changed in a territory between two periods, or since one of them until now.</summary>
public static class CompareSnapshots
{
    /// <summary>Stands for the facts as they are, where a period is chosen.</summary>
    public const string Now = "now";

    /// <param name="Since">Code of a period that was sealed; empty: the last one before.</param>
    /// <param name="Until">Code of a period that was sealed, or <see cref="Now"/>; empty: <paramref name="Code"/>, and now while that is not sealed.</param>
    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Territory, Role.Desk)]
    public sealed record Query(string Code, string Slug, string? Since = null, string? Until = null) : IRequest<Answer>;

    /// <param name="Sealed">What can be chosen, the newest period first.</param>
    /// <param name="SeesNow">Whether the facts as they are can be chosen.</param>
    /// <param name="Changes">Empty where there are no two states to compare.</param>
    public sealed record Answer(string Code, string Slug, string Territory, IReadOnlyList<SealedPeriod> Sealed, bool SeesNow, SealedPeriod? Since, SealedPeriod? Until, IReadOnlyList<Change>? Changes);

    /// <param name="Revision">The newest one; empty of the facts as they are.</param>
    public sealed record SealedPeriod(string Code, string Name, DateOnly From, DateOnly To, int? Revision, Guid? SnapshotId);

    public sealed class Handler(CcriDbContext db, Access access, SnapshotReader reader) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var territory = await db.Territories.Where(t => t.Slug == request.Slug).Select(t => new { t.Id, t.Slug, t.Name }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", request.Slug);
            access.RequireRead(territory.Id);
            var period = await db.ReportingPeriods.AsNoTracking().SingleOrDefaultAsync(p => p.Code == request.Code, cancellationToken) ?? throw new NotFoundException("Period", request.Code);
            var seesNow = await access.WithVisibleWork(db.Territories).AnyAsync(t => t.Id == territory.Id, cancellationToken);
            var all = await SealedAsync(territory.Id, cancellationToken);

            var until = Find(all, seesNow, request.Until) ?? all.Find(p => p.Code == period.Code) ?? (seesNow ? AsItIs(period) : null);
            var since = Find(all, seesNow, request.Since) ?? all.Find(p => p.To < (until?.From ?? period.From));
            if (since is { } first && until is { } second && (first.SnapshotId is null || second.SnapshotId is not null && first.From > second.From))
                (since, until) = (until, since); // what changed is told from the older to the newer one
            var changes = since is null || until is null ? null : Changes.Between(await ReadAsync(since, period, territory.Id, cancellationToken), await ReadAsync(until, period, territory.Id, cancellationToken));
            return new Answer(period.Code, territory.Slug, territory.Name, all, seesNow, since, until, changes);
        }

        /// <summary>The newest revision of each period, the newest period first.</summary>
        private async Task<List<SealedPeriod>> SealedAsync(Guid territory, CancellationToken cancellationToken)
        {
            var all = await (from s in db.SealedSnapshots.Where(s => s.TerritoryId == territory)
                             join p in db.ReportingPeriods on s.PeriodId equals p.Id
                             select new SealedPeriod(p.Code, p.Name, p.From, p.To, s.Revision, s.SnapshotId)).ToListAsync(cancellationToken);
            return [.. all.GroupBy(p => p.Code).Select(g => g.MaxBy(p => p.Revision)!).OrderByDescending(p => p.To).ThenByDescending(p => p.Code, StringComparer.Ordinal)];
        }

        private async Task<TerritorySnapshot> ReadAsync(SealedPeriod chosen, ReportingPeriod period, Guid territory, CancellationToken cancellationToken) => chosen.SnapshotId is { } id
            ? CanonicalJson.Read<TerritorySnapshot>(await db.Snapshots.Where(s => s.Id == id).Select(s => s.Content).SingleAsync(cancellationToken))
            : (await reader.ReadAsync(db.Territories.Where(t => t.Id == territory), SnapshotKeeper.Of(period), SnapshotCause.Submitted, cancellationToken))[0];

        private static SealedPeriod? Find(List<SealedPeriod> all, bool seesNow, string? code) => code switch
        {
            null or "" => null,
            Now => seesNow ? AsItIs(null) : throw new NotAllowedException("You see what was frozen. What changed since is work that goes on."),
            _ => all.Find(p => p.Code == code) ?? throw new NotFoundException("Frozen report on the period", code),
        };

        private static SealedPeriod AsItIs(ReportingPeriod? period) => new(Now, "Now", period?.From ?? DateOnly.MaxValue, DateOnly.MaxValue, null, null);
    }
}
