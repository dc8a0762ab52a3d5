using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of plans.</summary>
internal static class PlanAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Plans"] = new("/plans"),
        ["Plans, no investment plan"] = new("/plans?kind=no-ceip"),
        ["Action plan"] = new("/plans/CEAP-UPPSALA-1"),
        ["Action plan of a lead"] = new("/plans/CEAP-UPPSALA-1", Role.Lead),
        ["Plan, edit, refused"] = new("/plans/CEIP-UPPSALA-1/edit", First: async page =>
        {
            await new FormPage(page).Field("Title").FillAsync("");
            await new FormPage(page).SaveAsync("Save plan");
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Plan, sections"] = new("/plans/CEAP-UPPSALA-1/sections"),
        ["Plan, new review"] = new("/plans/CEAP-UPPSALA-1/reviews/new"),
        ["Plan, compare"] = new("/plans/CEAP-UPPSALA-1/compare"),
    };
}
