namespace Ccri.Domain.Statuses;

/// <summary>A thing whose status is followed, with what the rule looks at and no more. Source: domain.md section 7.</summary>
/// <param name="Name">As people call it; no fact of the rule.</param>
public abstract record Followed(Guid Id, string Name)
{
    public abstract StatusKind Kind { get; }

    public IReadOnlyList<Followed> Parts { get; init; } = [];

    /// <summary>Dropped, stopped, expired: it has no status, and counts in none above it.</summary>
    public virtual bool IsOut => false;

    /// <summary>Everything of the thing itself that the rule looks at, in a fixed order. A person's status lapses when one of them changes.</summary>
    public abstract IEnumerable<object?> Facts { get; }

    /// <summary>What is to be read of the thing itself on a day; empty when only its parts speak. Later days never read better.</summary>
    public abstract Reading? Read(DateOnly day);
}
