using Ccri.Domain.Needs;
using Ccri.Domain.Support;

namespace Ccri.Domain.Reports;

/// <summary>How the support office has assessed a territory, first and last. Who answered is not here: no names of persons travel in a file.</summary>
/// <param name="Version">Of the questionnaire that was asked last.</param>
/// <param name="First">The day of the first assessment; empty when there was one only.</param>
/// <param name="Now">The day of the last one.</param>
/// <param name="Answers">In the order of the last one; then what is asked no more.</param>
public sealed record SnapshotAssessment(string Questionnaire, int Version, DateOnly? First, DateOnly Now, IReadOnlyList<SnapshotAnswer> Answers);

/// <param name="Key">The same in all versions that ask the same.</param>
/// <param name="First">0 to 5; empty when it was not answered, or not asked.</param>
/// <param name="Now">0 to 5; empty when it was not answered, or is asked no more.</param>
/// <param name="Comparability">Empty when there was one assessment only.</param>
public sealed record SnapshotAnswer(string Key, string Cluster, string Name, int? First, int? Now, Comparability? Comparability);

/// <param name="Number">1, 2, 3 … within the territory.</param>
/// <param name="Key">Of the dimension under which it falls.</param>
/// <param name="Dimension">As the newest questionnaire calls it.</param>
/// <param name="Severity">1 (little) to 5 (grave).</param>
/// <param name="Urgency">1 (can wait) to 5 (now).</param>
public sealed record SnapshotNeed(Guid Id, int Number, string Statement, string Key, string Dimension, int Severity, int Urgency, NeedState State, DateOnly RaisedOn)
{
    public ActivityType? Wanted { get; init; }

    /// <summary>What the territory said last.</summary>
    public SnapshotVerdict? Verdict { get; init; }

    /// <summary>How many activities served it until now.</summary>
    public int Activities { get; init; }

    /// <summary>The last day of the last of them.</summary>
    public DateOnly? ServedOn { get; init; }

    /// <summary>When it was judged met or not met, dropped or merged; empty while it is open.</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>Why it was dropped.</summary>
    public string? Reason { get; init; }

    /// <summary>The number of the need in which it lives on.</summary>
    public int? MergedInto { get; init; }

    public Said? Said { get; init; }

    /// <inheritdoc cref="Need.IsOpen"/>
    public bool IsOpen() => State is NeedState.Open or NeedState.InSupport;

    /// <inheritdoc cref="Need.Weight"/>
    public int Weight() => Severity * Urgency;
}

/// <param name="IsTold">Whether the support office wrote it down as the territory told it.</param>
public sealed record SnapshotVerdict(NeedVerdict Verdict, DateOnly On, bool IsTold)
{
    /// <summary>The day on which it was written down, by which it is counted in one quarter and no other.</summary>
    public DateOnly? WrittenOn { get; init; }
}

/// <summary>Support of the period, as far as it was for this territory.</summary>
/// <param name="Days">This territory's share of the expert-days, so that a sum over territories counts nothing twice; empty for what is counted in hours.</param>
/// <param name="Hours">How long it took.</param>
/// <param name="Participants">From all territories.</param>
/// <param name="Territories">For how many it was.</param>
public sealed record SnapshotActivity(Guid Id, ActivityType Type, string Title, DateOnly On, DateOnly? Until, decimal? Days, decimal? Hours, int? Participants, int Territories)
{
    /// <summary>Whose experts gave it.</summary>
    public Guid? OrganisationId { get; init; }

    /// <inheritdoc cref="OrganisationId"/>
    public string? Organisation { get; init; }

    /// <summary>The numbers of this territory's needs that it served.</summary>
    public IReadOnlyList<int> Needs { get; init; } = [];
    public string? Outcome { get; init; }

    /// <summary>1 (not at all) to 5 (very).</summary>
    public decimal? Satisfaction { get; init; }

    /// <summary>Why a coordinator allowed what the tier does not entitle to.</summary>
    public string? Exception { get; init; }
}

/// <summary>Expert-days that a partner is to give the territory within the period.</summary>
public sealed record SnapshotPlannedDays(Guid OrganisationId, string Organisation, decimal Days);
