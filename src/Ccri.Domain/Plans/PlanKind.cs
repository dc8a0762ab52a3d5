namespace Ccri.Domain.Plans;

/// <summary>Which of the two plans it is.</summary>
public enum PlanKind
{
    /// <summary>Circular Economy Action Plan (CEAP).</summary>
    Ceap,

    /// <summary>Circular Economy Investment Plan (CEIP).</summary>
    Ceip,
}

/// <summary>How far a plan is. Source: domain.md 5.2.</summary>
public enum PlanStatus
{
    Planned,
    Drafting,
    InReview,
    Adopted,

    /// <summary>Was adopted; its next version is written.</summary>
    UnderRevision,
    Expired,
}

/// <summary>What leads a plan from one status to another.</summary>
public enum PlanStep
{
    Draft,
    SendToReview,
    ReturnToAuthors,

    /// <summary>Needs a day and a body; the others need nothing.</summary>
    Adopt,
    Revise,
    Expire,
}
