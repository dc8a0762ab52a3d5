namespace Ccri.Domain.Reports;

public enum ReportKind
{
    /// <summary>The progress report of a territory, all chapters.</summary>
    Progress,

    /// <summary>Its action plan (CEAP) as a document of its own.</summary>
    Ceap,

    /// <summary>Its investment plan (CEIP) as a document of its own.</summary>
    Ceip,

    /// <summary>The overview of the whole quarter.</summary>
    Quarter,
}

public enum FileState
{
    Waiting,
    Made,
    Failed,
}

/// <summary>
/// A file of a frozen revision: promised when the period is frozen, made in the background, then kept for good with everything it takes to
/// check it. Source: reports.md "Issued files are kept".
/// </summary>
public sealed class IssuedFile : Entity
{
    public const int MostAttempts = 3, LongestProblem = 1000;

    /// <param name="territoryId">Empty for the overview of the quarter.</param>
    /// <param name="snapshotId">The snapshot that travels inside it.</param>
    public IssuedFile(Guid periodId, int revision, ReportKind kind, Guid? territoryId, Guid snapshotId, string name) =>
        (PeriodId, Revision, Kind, TerritoryId, SnapshotId, Name) = (periodId, revision, kind, territoryId, snapshotId, Line(name, "The name of the file", 200));

#pragma warning disable CS8618 // read from the database
    private IssuedFile() { }
#pragma warning restore CS8618

    public Guid PeriodId { get; private set; }
    public int Revision { get; private set; }
    public ReportKind Kind { get; private set; }
    public Guid? TerritoryId { get; private set; }
    public Guid SnapshotId { get; private set; }

    /// <summary>"2026-Q3-r1-uppsala-progress.pdf".</summary>
    public string Name { get; private set; }
    public FileState State { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Why it could not be made, in a sentence.</summary>
    public string? Problem { get; private set; }

    /// <summary>The blocks it was set from, as JSON in UTF-8.</summary>
    public byte[]? Report { get; private set; }
    public byte[]? Pdf { get; private set; }

    /// <summary>Of the PDF; 64 hexadecimal digits, lower case.</summary>
    public string? Sha256 { get; private set; }

    /// <summary>Of templates, fonts and typesetter.</summary>
    public string? Fingerprint { get; private set; }
    public int Pages { get; private set; }

    /// <summary>Of the PDF, in bytes.</summary>
    public int Size { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime? MadeAt { get; private set; }

    public static string NameOf(string period, int revision, ReportKind kind, string? slug) =>
        FormattableString.Invariant($"{period}-r{revision}-{(slug is null ? "" : slug + "-")}{kind.ToString().ToLowerInvariant()}.pdf");

    /// <exception cref="RuleViolationException">When it was made before: an issued file is never replaced.</exception>
    public void Make(byte[] report, byte[] pdf, string sha256, string fingerprint, int pages, DateTime now)
    {
        Require(State != FileState.Made, $"{Name} was issued before and is never replaced.");
        (State, Report, Pdf, Sha256, Fingerprint, Pages, Size, MadeAt, Problem) = (FileState.Made, report, pdf, sha256, fingerprint, pages, pdf.Length, now, null);
        Attempts++;
    }

    /// <summary>One more try failed; after <see cref="MostAttempts"/> it waits for a person.</summary>
    public void Fail(string problem)
    {
        Require(State != FileState.Made, $"{Name} was issued before.");
        Problem = problem.Length <= LongestProblem ? problem : problem[..LongestProblem];
        Attempts++;
        if (Attempts >= MostAttempts)
            State = FileState.Failed;
    }

    /// <summary>A person wants it tried again.</summary>
    public void TryAgain()
    {
        if (State == FileState.Failed)
            (State, Attempts) = (FileState.Waiting, 0);
    }
}

/// <summary>The making of all files of a frozen revision: one row of work, taken with a lease by whoever is free.</summary>
public sealed class ReportRun : Entity
{
    public ReportRun(Guid periodId, int revision, DateTime now) => (PeriodId, Revision, RequestedAt) = (periodId, revision, now);

    private ReportRun() { } // read from the database

    public Guid PeriodId { get; private set; }
    public int Revision { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RequestedAt { get; private set; }

    /// <summary>UTC; empty while files wait.</summary>
    public DateTime? FinishedAt { get; private set; }

    /// <summary>Until then somebody is at it (UTC).</summary>
    public DateTime? LeaseUntil { get; private set; }
    public Guid? Lease { get; private set; }

    /// <summary>There is something to do again.</summary>
    public void Resume() => FinishedAt = null;
}
