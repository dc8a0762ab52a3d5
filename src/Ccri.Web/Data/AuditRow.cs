using Ccri.Web.Security;

namespace Ccri.Web.Data;

/// <summary>What one save did to one row. Written by the context in the same save, never changed, never removed: the database itself refuses.</summary>
public sealed class AuditRow
{
    /// <summary>The one thing that <see cref="Changes"/> may still become: a row that mentions an erased person falls silent. The triggers know these words, too.</summary>
    public const string Silence = """{"Redacted":["changed"]}""";

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

    /// <summary>The territory whose history it belongs to; empty for what belongs to none.</summary>
    public Guid? TerritoryId { get; init; }
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
