using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ccri.Domain.Plans;
using Ccri.Domain.Reports;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>
/// What the documents of a period would say if it were frozen now: what a territory submitted, and the live facts of who has not. The
/// snapshot inside a draft says that it is one, so that it is never taken for a sealed one.
/// </summary>
public sealed class DraftReader(CcriDbContext db, SnapshotReader reader, ReportFactsReader earlier, TimeProvider clock)
{
    /// <param name="territories">Those whose live work the user may see; only those that report on the period are read.</param>
    /// <returns>In the order of the territories' names.</returns>
    public async Task<IReadOnlyList<Draft>> ReadAsync(PeriodHead period, IQueryable<Territory> territories, CancellationToken cancellationToken)
    {
        var found = await (from r in db.TerritoryReports.AsNoTracking()
                             where r.PeriodId == period.Id
                             join t in territories on r.TerritoryId equals t.Id
                             select new { Report = r, t.Slug }).ToListAsync(cancellationToken);
        var reports = found.ConvertAll(f => f.Report);
        var slugs = found.ToDictionary(f => f.Report.TerritoryId, f => f.Slug);
        var kept = reports.Where(r => !r.IsOpen && r.SnapshotId is not null).ToDictionary(r => r.SnapshotId!.Value, r => r.TerritoryId);
        var facts = (await db.Snapshots.Where(s => kept.Keys.Contains(s.Id)).Select(s => s.Content).ToListAsync(cancellationToken)).ConvertAll(content => CanonicalJson.Read<TerritorySnapshot>(content));
        var live = reports.Select(r => r.TerritoryId).Except(kept.Values).ToList();
        if (live.Count > 0)
            facts.AddRange(await reader.ReadAsync(db.Territories.Where(t => live.Contains(t.Id)), new SnapshotPeriod(period.Code, period.Name, period.From, period.To), SnapshotCause.Submitted, cancellationToken));
        var now = clock.GetUtcNow().UtcDateTime;
        var before = await earlier.EarlierAsync(period, now, [.. reports.Select(r => r.TerritoryId)], cancellationToken);
        var states = reports.ToDictionary(r => r.TerritoryId, r => r.State);
        return [.. facts.OrderBy(f => f.Territory.Name, StringComparer.InvariantCultureIgnoreCase).ThenBy(f => f.Territory.Slug, StringComparer.Ordinal).Select(f => Of(f, states[f.Territory.Id]))];

        Draft Of(TerritorySnapshot snapshot, ReportState state)
        {
            var content = Marked(snapshot);
            return new Draft(slugs[snapshot.Territory.Id], before.Of(snapshot.Territory.Id, snapshot, new Issue(0, now, Sha256(content), state, snapshot.Cause, null)), content);
        }
    }

    /// <summary>The overview of the quarter as it would be.</summary>
    public async Task<(QuarterFacts Facts, byte[] Snapshot)> QuarterAsync(PeriodHead period, IReadOnlyList<Draft> drafts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var snapshot = new QuarterSnapshot(QuarterSnapshot.Version, new SnapshotPeriod(period.Code, period.Name, period.From, period.To), now, [.. drafts.Select(Line)])
        {
            Notice = drafts.Select(d => d.Facts.Now.Notice).FirstOrDefault(n => n is not null),
            Support = QuarterSupport.Of(drafts.Select(d => d.Facts.Now), await SnapshotSupports.OfAllAsync(db, new SnapshotPeriod(period.Code, period.Name, period.From, period.To), cancellationToken)),
            Sessions = await SnapshotSessions.OfAllAsync(db, new SnapshotPeriod(period.Code, period.Name, period.From, period.To), now, cancellationToken),
        };
        var content = Marked(snapshot);
        var issue = new Issue(0, now, Sha256(content), ReportState.InProgress, SnapshotCause.Quarter, null);
        return (new QuarterFacts(snapshot, issue) { Earlier = await earlier.EarlierQuartersAsync(period, now, cancellationToken) }, content);
    }

    private static QuarterLine Line(Draft draft)
    {
        var (facts, issue) = (draft.Facts, draft.Facts.Issue);
        return QuarterLines.Of(facts.Now, draft.Slug, issue.SnapshotSha256, issue.State, issue.Cause, facts.Before is { } before ? Changes.Between(before, facts.Now).Count : null);
    }

    private static byte[] Marked<T>(T snapshot)
    {
        var facts = JsonNode.Parse(CanonicalJson.Of(snapshot))!.AsObject();
        facts["draft"] = "Not frozen, not issued.";
        return CanonicalJson.Of(facts);
    }

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}

/// <param name="Slug">As it is now; the snapshot may know an earlier one.</param>
/// <param name="Snapshot">Travels inside the PDF; says that it is a draft.</param>
public sealed record Draft(string Slug, ReportFacts Facts, byte[] Snapshot)
{
    /// <summary>The documents that a freezing would promise: plans of their own where there is one that has not expired.</summary>
    public bool Has(ReportKind kind) => kind switch
    {
        ReportKind.Progress => true,
        ReportKind.Ceap => HasPlan(PlanKind.Ceap),
        ReportKind.Ceip => HasPlan(PlanKind.Ceip),
        _ => false,
    };

    private bool HasPlan(PlanKind kind) => Facts.Now.Plans.Any(p => p.Kind == kind && p.Status != PlanStatus.Expired);
}
