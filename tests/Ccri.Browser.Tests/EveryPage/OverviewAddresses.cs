using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>How the live work stands.</summary>
internal static class OverviewAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Heat-map"] = new("/overview/heat-map"),
        ["Heat-map, none found"] = new("/overview/heat-map?status=OffTrack&tier=no-such-tier"),
        ["Late or due soon"] = new("/overview/due"),
        ["Late or due soon in a territory"] = new("/overview/due?territory=uppsala", Role.Lead),
    };
}
