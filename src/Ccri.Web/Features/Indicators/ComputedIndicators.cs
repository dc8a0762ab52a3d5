namespace Ccri.Web.Features.Indicators;

/// <summary>Indicators of delivery whose values the system counts from its own rows; nobody enters them.</summary>
public static class ComputedIndicators
{
    private static readonly HashSet<string> Codes = ["DEL-02", "DEL-06", "DEL-12"];

    public static bool Contains(string code) => Codes.Contains(code);
}
