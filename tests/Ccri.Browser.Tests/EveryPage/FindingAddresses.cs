using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Findings. A single one has no fixed address; the first step leads there.</summary>
internal static class FindingAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Findings"] = new("/findings", Role.Officer),
        ["Findings, none found"] = new("/findings?territory=nowhere", Role.Lead),
        ["Finding, refused"] = new("/findings", Role.Officer, First: async page =>
        {
            await Addresses.GoAsync(page, "See or accept it");
            await new FormPage(page).SaveAsync("Accept");
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Finding"] = new("/findings", Role.Lead, First: page => Addresses.GoAsync(page, "See or accept it")),
    };
}
