using Ccri.Domain.Plans;
using Ccri.Domain.Programme;

namespace Ccri.Domain.Findings;

/// <summary>Something that does not fit: what, where and why. It is computed from the facts each time; what is kept is that somebody accepted it.</summary>
/// <param name="SubjectId">The action, project or solution in which it is to be mended.</param>
/// <param name="What">The name of that.</param>
/// <param name="PlanIds">The plans it is shown with.</param>
/// <param name="Other">The name of the other thing that it does not fit to; empty when there is none.</param>
/// <param name="Cause">Which of the reasons of this kind; see <see cref="FindingCause"/>.</param>
/// <param name="Fingerprint">Of the facts that led to it: an acceptance holds as long as they stay so.</param>
public sealed record Finding(FindingKind Kind, Guid TerritoryId, Guid SubjectId, string What, IReadOnlyList<Guid> PlanIds, string? Other, FindingCause Cause, string Fingerprint)
{
    /// <summary>When the investment begins, and the action: of <see cref="FindingKind.InvestmentBeforeAction"/>.</summary>
    public DateOnly? Begins { get; init; }

    /// <inheritdoc cref="Begins"/>
    public DateOnly? ActionBegins { get; init; }

    /// <summary>The stage that is claimed: of <see cref="FindingKind.StageWithoutEvidence"/>.</summary>
    public ProjectStage? Stage { get; init; }

    /// <summary>The rule by which an <see cref="Acceptance"/> of it is kept.</summary>
    public string Rule => RuleOf(Kind);

    public static string RuleOf(FindingKind kind) => $"coherence-{kind}";
}

/// <summary>Why it is one, when a kind has several reasons.</summary>
public enum FindingCause
{
    /// <summary>The kind says it.</summary>
    Plain,

    /// <summary>Money without action: the action it financed was dropped.</summary>
    ActionDropped,

    /// <summary>Money without action: the plan of the action it financed has expired.</summary>
    PlanExpired,

    /// <summary>Stage without evidence: its money is to be secured at that stage, and is not.</summary>
    MoneyNotSecured,
}
