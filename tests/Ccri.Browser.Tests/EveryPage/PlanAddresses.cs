namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of plans.</summary>
internal static class PlanAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>();
}
