namespace Ccri.Web.Data;

/// <summary>A row of a loaded file as it was last read: tells what a person has changed since, and which row became which thing.</summary>
public sealed class LoadedRow
{
    public required string File { get; init; }
    public required string Key { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>Column to value.</summary>
    public required Dictionary<string, string> Values { get; set; }
}
