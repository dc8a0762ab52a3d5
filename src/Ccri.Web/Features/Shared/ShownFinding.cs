using Ccri.Domain.Findings;
using Ccri.Domain.Plans;

namespace Ccri.Web.Features.Shared;

/// <summary>A finding as pages and lists show it: what, where, why, and the link to where it is mended.</summary>
/// <param name="Address">Of the page of what it is about, below the site's root.</param>
/// <param name="Accepted">Empty while nobody has accepted it for the facts as they are.</param>
public sealed record ShownFinding(Finding Finding, string Territory, string Slug, string Address, IReadOnlyList<FindingPlan> Plans, FindingAcceptance? Accepted)
{
    public string Why => Words.Why(Finding);

    /// <summary>Of the page on which it is accepted.</summary>
    public string AcceptAddress => $"findings/{Finding.Kind}/{Finding.SubjectId}";
}

public sealed record FindingPlan(string Code, PlanKind Kind, string Title);

/// <param name="Who">Empty for the command line.</param>
public sealed record FindingAcceptance(Guid Id, string Reason, string? Who, DateOnly On);
