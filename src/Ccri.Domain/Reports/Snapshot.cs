using System.Security.Cryptography;

namespace Ccri.Domain.Reports;

public enum SnapshotCause
{
    Submitted,

    /// <summary>The cut-off had passed without a submission.</summary>
    CutOff,

    /// <summary>The period was frozen before the territory submitted.</summary>
    Freezing,

    /// <summary>The whole quarter, made of the sealed snapshots of its territories.</summary>
    Quarter,
}

/// <summary>Facts as they stood at an instant, as canonical JSON. Never edited; sealed by a freezing. Source: reports.md "The three steps".</summary>
public sealed class Snapshot : Entity
{
    /// <param name="territoryId">Empty for the snapshot of a whole quarter.</param>
    /// <param name="number">1, 2, 3 … of the territory in the period.</param>
    /// <param name="schema">Of the content: "ccri/territory-snapshot/1".</param>
    /// <param name="content">UTF-8; the very bytes that travel inside the PDF.</param>
    /// <param name="at">UTC.</param>
    public Snapshot(Guid periodId, Guid? territoryId, int number, SnapshotCause cause, string schema, byte[] content, DateTime at)
    {
        (PeriodId, TerritoryId, Number, Cause, Schema, Content, At) = (periodId, territoryId, number, cause, schema, content, at);
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
    }

#pragma warning disable CS8618 // read from the database
    private Snapshot() { }
#pragma warning restore CS8618

    public Guid PeriodId { get; private set; }
    public Guid? TerritoryId { get; private set; }
    public int Number { get; private set; }
    public SnapshotCause Cause { get; private set; }
    public string Schema { get; private set; }
    public byte[] Content { get; private set; }

    /// <summary>Of the content; 64 hexadecimal digits, lower case.</summary>
    public string Sha256 { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}

/// <summary>One territory's snapshot in one frozen revision of a period, with how it came there. Never edited.</summary>
public sealed class SealedSnapshot : Entity
{
    public SealedSnapshot(Guid periodId, int revision, Guid territoryId, Guid snapshotId, ReportState state, SnapshotCause cause) =>
        (PeriodId, Revision, TerritoryId, SnapshotId, State, Cause) = (periodId, revision, territoryId, snapshotId, state, cause);

    private SealedSnapshot() { } // read from the database

    public Guid PeriodId { get; private set; }
    public int Revision { get; private set; }
    public Guid TerritoryId { get; private set; }
    public Guid SnapshotId { get; private set; }

    /// <summary>Of the territory's report when it was sealed.</summary>
    public ReportState State { get; private set; }
    public SnapshotCause Cause { get; private set; }
}
