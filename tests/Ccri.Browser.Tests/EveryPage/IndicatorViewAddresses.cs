using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages that show indicators.</summary>
internal static class IndicatorViewAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Indicators"] = new("/indicators"),
        ["Indicators of a territory"] = new("/indicators/uppsala"),
        ["Indicators of a territory, days refused"] = new("/indicators/uppsala?from=2026-05-01&to=2026-03-01"),
        ["Indicator by territory"] = new("/indicators/followed/U4SSC-2", Role.Lead),
        ["Definitions of indicators"] = new("/indicators/definitions"),
    };
}
