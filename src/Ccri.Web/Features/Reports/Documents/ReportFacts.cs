using Ccri.Domain.Programme;
using Ccri.Domain.Reports;

namespace Ccri.Web.Features.Reports.Documents;

/// <summary>What a document of one territory is made from: one snapshot, and what earlier ones said.</summary>
public sealed record ReportFacts(TerritorySnapshot Now, Issue Issue)
{
    /// <summary>The last sealed snapshot of the period before; empty for the first report.</summary>
    public TerritorySnapshot? Before { get; init; }

    /// <summary>Of the snapshot before; printed beside its own.</summary>
    public string? BeforeSha256 { get; init; }

    /// <summary>How things stood in up to five earlier periods, the oldest first; <see cref="Before"/> included.</summary>
    public IReadOnlyList<EarlierStanding> Earlier { get; init; } = [];
}

/// <summary>The state in which a document is issued.</summary>
/// <param name="Revision">0: not frozen, so it says DRAFT on every page.</param>
/// <param name="At">The instant of freezing, or of the draft (UTC): the file's creation date.</param>
/// <param name="SnapshotSha256">Of the snapshot that travels inside.</param>
/// <param name="State">Of the territory's report when it was sealed.</param>
/// <param name="Exception">Why the period was frozen with participants that are unconfirmed or not named; printed.</param>
public sealed record Issue(int Revision, DateTime At, string SnapshotSha256, ReportState State, SnapshotCause Cause, string? Exception)
{
    public bool IsDraft => Revision == 0;
}

/// <param name="Things">Status by the id of the thing: territory, plan, solution.</param>
public sealed record EarlierStanding(string Period, IReadOnlyDictionary<Guid, Rag> Things);

/// <summary>What the overview of a quarter is made from.</summary>
public sealed record QuarterFacts(QuarterSnapshot Now, Issue Issue)
{
    /// <summary>Status of each territory in up to five earlier periods, the oldest first.</summary>
    public IReadOnlyList<EarlierStanding> Earlier { get; init; } = [];
}

/// <summary>The whole quarter in short, made of the sealed snapshots; travels inside its overview.</summary>
public sealed record QuarterSnapshot(string Schema, SnapshotPeriod Period, DateTime CapturedAt, IReadOnlyList<QuarterLine> Territories)
{
    public const string Version = "ccri/quarter-snapshot/1";

    public string? Notice { get; init; }

    /// <summary>Null in snapshots from before needs were recorded.</summary>
    public QuarterSupport? Support { get; init; }

    /// <summary>Null in snapshots from before sessions were recorded.</summary>
    public QuarterSessions? Sessions { get; init; }
}

/// <summary>One territory in the overview of a quarter.</summary>
/// <param name="Sha256">Of its snapshot.</param>
/// <param name="Summary">The first sentence of its own summary; empty when it wrote none.</param>
/// <param name="Secured">Cents of euro; empty when nothing is known.</param>
/// <param name="Gap">Cents of euro; empty when it is not known.</param>
/// <param name="Changes">How many things changed since the period before; empty for the first report.</param>
public sealed record QuarterLine(Guid Id, string Slug, string Name, string? Tier, string? Country, bool IsNamed, bool IsConfirmed, ReportState State, SnapshotCause Cause, string Sha256,
    Rag Status, string Why, string? Summary, int Actions, int LateActions, int DoneActions, int Projects, long? Secured, long? Gap, int OpenRisks, int Findings, int? Changes);
