using Ccri.Web.Security;

namespace Ccri.Web.Data;

/// <summary>What one save did to one row. Written by the context in the same save, never changed, never removed.</summary>
public sealed class AuditRow
{
    /// <summary>What is left of the changes of a row in which an erased person was named; the one thing that may ever be written over them.</summary>
    public const string Redacted = """{"Redacted":["changed"]}""";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    public Guid? PersonId { get; init; }

    /// <summary>Name of the job, or "command line", where no person acted.</summary>
    public string? Principal { get; init; }
    public required Door Door { get; init; }

    /// <summary>What kind of thing it happened to, and to which.</summary>
    public required string Noun { get; init; }
    public required Guid SubjectId { get; init; }
    public required AuditAction Action { get; init; }

    /// <summary>JSON: field to its value before and after; a personal field says only that it changed.</summary>
    public required string Changes { get; init; }
}

public enum AuditAction
{
    Added,
    Changed,
    Removed,
}
