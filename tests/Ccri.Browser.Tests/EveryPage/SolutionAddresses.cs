namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of solutions and roadmaps.</summary>
internal static class SolutionAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>();
}
