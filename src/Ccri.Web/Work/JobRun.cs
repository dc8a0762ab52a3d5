namespace Ccri.Web.Work;

/// <summary>One run of a scheduled job; the health page reads these, not the scheduler.</summary>
public sealed class JobRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Job { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }
    public DateTime? FinishedAt { get; set; }
    public bool Succeeded { get; set; }

    /// <summary>How many rows it worked off.</summary>
    public int Rows { get; set; }

    /// <summary>What it did, or the sentence of what went wrong.</summary>
    public string? Note { get; set; }
}
