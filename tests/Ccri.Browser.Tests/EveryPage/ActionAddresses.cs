namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of actions of a plan.</summary>
internal static class ActionAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>();
}
