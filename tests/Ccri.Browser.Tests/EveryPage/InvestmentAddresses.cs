using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of investment projects. Those below one project have no fixed address; their first step leads there.</summary>
internal static class InvestmentAddresses
{
    private const string Plan = "/plans/CEIP-UPPSALA-1", List = $"{Plan}/projects";

    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Investment plan"] = new(Plan, Role.Officer),
        ["Investment projects"] = new(List, Role.Officer, First: page => page.Locator("#rows summary").First.ClickAsync()),
        ["Investment projects, none found"] = new($"{List}?q=nowhere", Role.Lead),
        ["Investment project"] = new(List, Role.Lead, First: page => OpenAsync(page)),
        ["Edit an investment project, refused"] = new(List, Role.Officer, First: async page =>
        {
            await OpenAsync(page, "Edit project");
            await new FormPage(page).Field("Number").FillAsync("");
            await new FormPage(page).SaveAsync("Save project");
        }),
        ["Record a stage"] = new(List, Role.Officer, First: page => OpenAsync(page, "Record a stage")),
        ["Add funding"] = new(List, Role.Officer, First: page => OpenAsync(page, "Add funding")),
        ["Remove an investment project"] = new(List, Role.Officer, First: page => OpenAsync(page, "Edit project", "Remove the project")),
    };

    private static async Task OpenAsync(IPage page, params string[] links)
    {
        await page.Locator("#rows tbody a").First.ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/projects/[0-9a-f-]{36}$"));
        await Addresses.GoAsync(page, links);
    }
}
