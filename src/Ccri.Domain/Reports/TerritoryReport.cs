namespace Ccri.Domain.Reports;

public enum ReportState
{
    /// <summary>Nobody has begun.</summary>
    NoData,
    InProgress,
    Submitted,

    /// <summary>An officer sent it back, with a reason.</summary>
    Returned,
    Approved,
}

/// <summary>
/// What one territory reports on one period, besides the facts that are recorded anyway: two short texts, where it stands between
/// territory and office, and the discussion. Who submitted it cannot approve it. Source: product.md "Reporting period".
/// </summary>
public sealed class TerritoryReport : Entity, IOfTerritory
{
    public const int LongestText = 4000, LongestRemark = 2000;

    private readonly List<ReportStep> _steps = [];

    public TerritoryReport(Guid periodId, Guid territoryId) => (PeriodId, TerritoryId) = (periodId, territoryId);

    private TerritoryReport() { } // read from the database

    public Guid PeriodId { get; private set; }
    public Guid TerritoryId { get; private set; }
    public ReportState State { get; private set; }

    /// <summary>What happened in the period, in the territory's own words.</summary>
    public string? Summary { get; private set; }

    /// <summary>What is planned for the next one.</summary>
    public string? Next { get; private set; }

    /// <summary>Who wrote the two texts last, and when (UTC).</summary>
    public Guid? WrittenById { get; private set; }

    /// <inheritdoc cref="WrittenById"/>
    public DateTime? WrittenAt { get; private set; }

    /// <summary>Who submitted it last; empty for the command line, and while nobody has.</summary>
    public Guid? SubmittedById { get; private set; }

    /// <summary>UTC; empty while it has not been submitted.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>UTC; when it was captured without having been submitted, at the cut-off or at the freezing.</summary>
    public DateTime? CapturedAt { get; private set; }

    /// <summary>The snapshot that a freezing seals; empty until it is submitted or captured.</summary>
    public Guid? SnapshotId { get; private set; }

    public IReadOnlyList<ReportStep> Steps => _steps;

    /// <summary>Whether texts can be written and facts still reach this period: not while it lies with the office, and not after the cut-off without having been returned.</summary>
    public bool IsOpen => State is ReportState.NoData or ReportState.InProgress or ReportState.Returned && CapturedAt is null;

    /// <summary>
    /// Whether its period was reopened after it had been captured, and neither the territory nor the office has acted on it since: it can be
    /// submitted, and the next freezing seals the snapshot it has, so that later facts do not land in the old period. Asks the steps.
    /// </summary>
    public bool IsReopened => CapturedAt is null && SnapshotId is not null
        && _steps.Where(s => s.Kind is ReportStepKind.Submitted or ReportStepKind.Returned or ReportStepKind.Reopened).MaxBy(s => s.Number)?.Kind == ReportStepKind.Reopened;

    /// <summary>Whether it may be submitted after the cut-off, too.</summary>
    public bool MayBeLate => State == ReportState.Returned || IsReopened;

    /// <summary>Somebody has begun: texts, a confirmation, a fact.</summary>
    public void Begin(Guid? personId, DateTime now)
    {
        if (State != ReportState.NoData || CapturedAt is not null)
            return;
        State = ReportState.InProgress;
        Add(ReportStepKind.Begun, null, personId, now);
    }

    /// <exception cref="RuleViolationException">When it lies with the office, or was captured.</exception>
    public void Write(string? summary, string? next, Guid? personId, DateTime now)
    {
        RequireOpen();
        var (told, ahead) = (Text(summary, "The summary"), Text(next, "The plan for the next period"));
        if ((told, ahead) == (Summary, Next))
            return;
        (Summary, Next, WrittenById, WrittenAt) = (told, ahead, personId, now);
        Begin(personId, now);
    }

    /// <param name="snapshotId">Of the facts as they stand.</param>
    /// <exception cref="RuleViolationException">When it lies with the office, or was captured.</exception>
    public void Submit(Guid snapshotId, Guid? personId, DateTime now)
    {
        RequireOpen();
        (State, SnapshotId, SubmittedById, SubmittedAt) = (ReportState.Submitted, snapshotId, personId, now);
        Add(ReportStepKind.Submitted, null, personId, now);
    }

    /// <summary>Sends it back, or lets one that was captured be worked on after all.</summary>
    /// <exception cref="RuleViolationException">When there is nothing to send back, or no reason is given.</exception>
    public void Return(string? reason, Guid? personId, DateTime now)
    {
        Require(State is ReportState.Submitted or ReportState.Approved || CapturedAt is not null, "This report lies with the territory already. Write a remark instead.");
        var why = Line(reason, "The reason", LongestRemark);
        (State, CapturedAt) = (ReportState.Returned, null);
        Add(ReportStepKind.Returned, why, personId, now);
    }

    /// <exception cref="RuleViolationException">When it is not submitted, or the person submitted it.</exception>
    public void Approve(Guid? personId, DateTime now)
    {
        Require(State == ReportState.Submitted, State == ReportState.Approved ? "This report is approved already." : "Only a submitted report can be approved.");
        Require(personId is null || personId != SubmittedById, "You submitted this report, so somebody else approves it. Ask another officer.");
        State = ReportState.Approved;
        Add(ReportStepKind.Approved, null, personId, now);
    }

    public void Say(string? remark, Guid? personId, DateTime now) => Add(ReportStepKind.Remark, Line(remark, "The remark", LongestRemark), personId, now);

    /// <summary>The cut-off has passed without a submission: the facts are taken as they stand.</summary>
    /// <exception cref="RuleViolationException">When it was submitted.</exception>
    public void Capture(Guid snapshotId, DateTime now)
    {
        Require(State is not (ReportState.Submitted or ReportState.Approved), "This report was submitted, so it is not captured.");
        (SnapshotId, CapturedAt) = (snapshotId, now);
        Add(ReportStepKind.Captured, null, null, now);
    }

    /// <summary>Its period is reopened: it has its chance again, and keeps state and snapshot until it is taken.</summary>
    /// <exception cref="RuleViolationException">When it was not captured.</exception>
    public void Reopen(Guid? personId, DateTime now)
    {
        Require(CapturedAt is not null, "This report was not captured, so there is nothing to reopen.");
        CapturedAt = null;
        Add(ReportStepKind.Reopened, null, personId, now);
    }

    /// <summary>The cut-off is moved to a day that is still to come: what was taken too early does not count, and the new cut-off takes it anew.</summary>
    /// <exception cref="RuleViolationException">When it was not captured.</exception>
    public void Release(Guid? personId, DateTime now)
    {
        Reopen(personId, now);
        SnapshotId = null;
    }

    /// <exception cref="RuleViolationException">When it lies with the office, or was captured.</exception>
    public void RequireOpen()
    {
        Require(CapturedAt is null, "The cut-off has passed and the facts were taken as they stood. The support office can return the report to you; edits made now land in the next period.");
        Require(State is not (ReportState.Submitted or ReportState.Approved), "The report lies with the support office. Ask for it to be returned when something has to change; other edits land in the next period.");
    }

    private void Add(ReportStepKind kind, string? text, Guid? personId, DateTime now) => _steps.Add(new ReportStep(Id, TerritoryId, _steps.Count + 1, kind, text, personId, now));

    private static string? Text(string? text, string what)
    {
        var given = Optional(text);
        Require(given is null || given.Length <= LongestText, $"{what} has {given?.Length} characters. Please use at most {LongestText}.");
        return given;
    }
}

public enum ReportStepKind
{
    Begun,
    Submitted,
    Returned,
    Approved,
    Remark,

    /// <summary>Taken as it stood, without having been submitted.</summary>
    Captured,

    /// <summary>Open again after it was captured, because its period is.</summary>
    Reopened,
}

/// <summary>A step of a territory's report, or a remark on it. Never edited.</summary>
public sealed class ReportStep : Entity
{
    internal ReportStep(Guid reportId, Guid territoryId, int number, ReportStepKind kind, string? text, Guid? personId, DateTime at) =>
        (ReportId, TerritoryId, Number, Kind, Text, PersonId, At) = (reportId, territoryId, number, kind, text, personId, at);

    private ReportStep() { } // read from the database

    public Guid ReportId { get; private set; }
    public Guid TerritoryId { get; private set; }

    /// <summary>1, 2, 3 … within the report.</summary>
    public int Number { get; private set; }
    public ReportStepKind Kind { get; private set; }

    /// <summary>The reason, or the remark.</summary>
    public string? Text { get; private set; }

    /// <summary>Who took it; empty for a job and the command line.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }
}
