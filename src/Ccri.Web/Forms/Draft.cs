namespace Ccri.Web.Forms;

/// <summary>What somebody typed into a form and has not saved: kept over a crash of the browser and over the end of a sign-in. Nobody else sees it.</summary>
public sealed class Draft
{
    public required Guid PersonId { get; init; }

    /// <summary>The address of the form.</summary>
    public required string Form { get; init; }

    /// <summary>Field to what was typed.</summary>
    public required Dictionary<string, string> Fields { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime SavedAt { get; set; }
}
