namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of investment projects.</summary>
internal static class InvestmentAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>();
}
