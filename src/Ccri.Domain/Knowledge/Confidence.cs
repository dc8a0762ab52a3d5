namespace Ccri.Domain.Knowledge;

/// <summary>How sure we are of a public fact. Source: domain.md sections 0 and 1.3.</summary>
public enum Confidence
{
    /// <summary>Read in a source that says it in so many words.</summary>
    High,

    /// <summary>A source says part of it, the rest follows.</summary>
    Medium,

    /// <summary>Deduced from other facts; no source read says it.</summary>
    Inferred,

    /// <summary>Found, but the source does not settle it.</summary>
    Unconfirmed,

    /// <summary>Set by us, good enough for its purpose (the place of a mark on the map).</summary>
    Approximate,

    /// <summary>Stands in for something the support office has still to supply.</summary>
    Placeholder,

    /// <summary>Invented for a demonstration; says nothing about the real territory.</summary>
    Illustrative,
}
