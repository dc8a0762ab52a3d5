using Ccri.Domain.Accounts;
using Ccri.Domain.Programme;
using Ccri.Domain.Reports;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>What changed from the frozen report before the last to the last one, a line for each territory: those whose status moved first. For who sees only what was frozen.</summary>
public static class GetChanged
{
    public const int Most = 12;

    [Allow(Role.Officer, Role.Lead, Role.Coordinator, Role.Desk)]
    public sealed record Query : IRequest<Answer>;

    /// <param name="Last">The last period that was frozen; empty while none was.</param>
    /// <param name="Before">The one before it; empty while there is none.</param>
    /// <param name="More">Territories beside those shown in which something changed.</param>
    public sealed record Answer(FrozenPeriod? Last, FrozenPeriod? Before, IReadOnlyList<Line> Lines, int More);

    public sealed record FrozenPeriod(Guid Id, string Code, string Name, int Revision);

    /// <param name="Was">Of the territory itself, when it is another now.</param>
    /// <param name="Counts">How many changes of each kind.</param>
    public sealed record Line(string Slug, string Name, Rag? Was, Rag? Is, IReadOnlyList<KeyValuePair<ChangeKind, int>> Counts);

    public sealed class Handler(CcriDbContext db, Access access) : IRequestHandler<Query, Answer>
    {
        public async Task<Answer> Handle(Query request, CancellationToken cancellationToken)
        {
            var sealings = await db.SealedSnapshots.GroupBy(s => s.PeriodId).Select(g => new { Id = g.Key, Revision = g.Max(s => s.Revision) }).ToListAsync(cancellationToken);
            var ids = sealings.Select(s => s.Id).ToList();
            var periods = await db.ReportingPeriods.Where(p => ids.Contains(p.Id)).OrderByDescending(p => p.To).ThenByDescending(p => p.Code).Select(p => new { p.Id, p.Code, p.Name, p.From, p.To }).ToListAsync(cancellationToken);
            var frozen = periods.Where((p, i) => i == 0 || p.To < periods[0].From).Take(2).Select(p => new FrozenPeriod(p.Id, p.Code, p.Name, sealings.Single(s => s.Id == p.Id).Revision)).ToList(); // the one before had ended when the last began
            if (frozen is not [var last, var before])
                return new Answer(frozen.FirstOrDefault(), null, [], 0);

            var (earlier, lines) = (await ContentsAsync(before, cancellationToken), new List<Line>());
            foreach (var (territory, now) in await ContentsAsync(last, cancellationToken))
            {
                if (earlier.TryGetValue(territory, out var was) && Changes.Between(was, now) is { Count: > 0 } changes)
                    lines.Add(LineOf(now.Territory, changes));
            }
            var ordered = lines.OrderByDescending(line => line.Is is not null).ThenByDescending(line => line.Is is { } status ? Severity.Of(status) : 0).ThenByDescending(line => line.Counts.Sum(c => c.Value)).ThenBy(line => line.Name, StringComparer.InvariantCulture).ToList();
            return new Answer(last, before, [.. ordered.Take(Most)], Math.Max(0, ordered.Count - Most));
        }

        private static Line LineOf(SnapshotTerritory territory, IReadOnlyList<Change> changes)
        {
            var status = changes.FirstOrDefault(change => change is { Kind: ChangeKind.Status, Noun: ChangeNoun.Territory });
            return new Line(territory.Slug, territory.Name, status?.Was, status?.Is, [.. changes.Where(change => change != status).CountBy(change => change.Kind).OrderBy(count => count.Key)]);
        }

        private async Task<Dictionary<Guid, TerritorySnapshot>> ContentsAsync(FrozenPeriod period, CancellationToken cancellationToken)
        {
            var visible = access.Visible(db.Territories);
            var contents = await (from s in db.SealedSnapshots.Where(s => s.PeriodId == period.Id && s.Revision == period.Revision && visible.Any(t => t.Id == s.TerritoryId))
                                  join snapshot in db.Snapshots on s.SnapshotId equals snapshot.Id
                                  select new { s.TerritoryId, snapshot.Content }).ToListAsync(cancellationToken);
            return contents.ToDictionary(c => c.TerritoryId, c => CanonicalJson.Read<TerritorySnapshot>(c.Content));
        }
    }
}
