using Ccri.Domain.Reports;
using Ccri.Web.Features.Reports.Documents;
using Ccri.Web.Features.Shared;

namespace Ccri.Web.Features.Reports;

/// <summary>What the files of one frozen revision are made from. A snapshot is parsed when the first of its files asks, and once; may be asked from several threads.</summary>
public sealed class RevisionFacts
{
    private readonly Dictionary<Guid, Lazy<ReportFacts>> _facts;
    private readonly Dictionary<Guid, byte[]> _contents;

    internal RevisionFacts(Issued issued, IEnumerable<SealedContent> sealedOnes, EarlierFacts earlier)
    {
        var list = sealedOnes.ToList();
        _contents = list.ToDictionary(s => s.SnapshotId, s => s.Content);
        _facts = list.ToDictionary(s => s.TerritoryId, s => new Lazy<ReportFacts>(() => earlier.Of(
            s.TerritoryId, CanonicalJson.Read<TerritorySnapshot>(s.Content), new Issue(issued.Revision, issued.At, s.Sha256, s.State, s.Cause, issued.Reason))));
    }

    /// <summary>Of one whose snapshot was sealed.</summary>
    public ReportFacts Of(Guid territoryId) => _facts[territoryId].Value;

    public byte[] Content(Guid snapshotId) => _contents[snapshotId];
}

/// <summary>One freezing.</summary>
internal sealed record Issued
{
    public required Guid PeriodId { get; init; }
    public required string Code { get; init; }
    public required DateOnly To { get; init; }
    public required int Revision { get; init; }
    public required DateTime At { get; init; }
    public required string? Reason { get; init; }
}

internal sealed record SealedContent(Guid TerritoryId, Guid SnapshotId, ReportState State, SnapshotCause Cause, string Sha256, byte[] Content);

/// <summary>What earlier periods said of some territories.</summary>
/// <param name="Before">The newest earlier snapshot of each.</param>
/// <param name="Standings">Of each, the oldest first.</param>
internal sealed record EarlierFacts(IReadOnlyDictionary<Guid, (string Sha256, byte[] Content)> Before, ILookup<Guid, EarlierStanding> Standings)
{
    public ReportFacts Of(Guid territoryId, TerritorySnapshot now, Issue issue)
    {
        var facts = new ReportFacts(now, issue) { Earlier = [.. Standings[territoryId]] };
        return Before.TryGetValue(territoryId, out var before) ? facts with { Before = CanonicalJson.Read<TerritorySnapshot>(before.Content), BeforeSha256 = before.Sha256 } : facts;
    }
}
