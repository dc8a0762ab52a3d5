namespace Ccri.Web.Forms;

/// <summary>A form that was sent and saved: its key is written in the same save, so that the same form sent again saves nothing.</summary>
public sealed class Submission
{
    /// <summary>What the form carried; another one each time the form is shown.</summary>
    public required Guid Key { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Where the first one led to; empty for the moment until it has answered.</summary>
    public string? Location { get; set; }
}
