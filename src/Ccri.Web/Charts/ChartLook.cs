namespace Ccri.Web.Charts;

/// <summary>Where a drawing is shown. The page has two of each, and CSS shows the one whose words are large enough for the place.</summary>
/// <param name="Width">Units of the drawing.</param>
/// <param name="Size">Height of the letters in the same units; every other length follows from it.</param>
/// <param name="Stacked">Names stand above their bars instead of beside them.</param>
/// <param name="ClassName">What app.css knows the drawing by; null for literal colours of the light theme.</param>
public sealed record ChartLook(double Width, double Size, bool Stacked, string? ClassName)
{
    /// <summary>In a box of at least 35rem.</summary>
    public static ChartLook Page { get; } = new(640, 13, false, "wide");

    /// <summary>In a narrower box: 254 pixels on the smallest phone, and 12 units stay 11 pixels there.</summary>
    public static ChartLook Phone { get; } = new(276, 12, true, "narrow");

    /// <summary>A cell of a table: 6rem, so that one unit is one pixel.</summary>
    public static ChartLook Cell { get; } = new(96, 12, false, "cell");

    /// <summary>170 mm of a report, so that one unit is one point; also for mails.</summary>
    public static ChartLook Print { get; } = new(482, 7.6, false, null);
}
