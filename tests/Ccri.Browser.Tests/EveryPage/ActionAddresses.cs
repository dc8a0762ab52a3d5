using Ccri.Browser.Tests.Pages;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of actions of a plan. What has a number of its own for an address is behind a link of the list.</summary>
internal static class ActionAddresses
{
    private const string Plan = "/plans/CEAP-UPPSALA-1";

    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Actions"] = new($"{Plan}/actions"),
        ["Actions, none found"] = new($"{Plan}/actions?q=nowhere"),
        ["Actions, an update open"] = new($"{Plan}/actions", First: page => page.GetByRole(AriaRole.Button, new() { Name = "Update" }).First.ClickAsync()),
        ["Action, of a lead"] = new($"{Plan}/actions", Stage.Role.Lead, First: page => page.Locator("#rows tbody a").First.ClickAsync()),
        ["Action, edit"] = new($"{Plan}/actions", First: async page =>
        {
            await page.Locator("#rows tbody a").First.ClickAsync();
            await Addresses.GoAsync(page, "Edit action");
        }),
        ["Action, new, refused"] = new($"{Plan}/actions/new", First: page => new FormPage(page).SaveAsync("Save action")),
        ["Action, a lead"] = new($"{Plan}/actions", First: async page =>
        {
            await page.Locator("#rows tbody a").First.ClickAsync();
            await Addresses.GoAsync(page, "Add a lead");
        }),
        ["Objective, edit"] = new(Plan, First: page => page.Locator("section:has(#objectives-h) tbody a").First.ClickAsync()),
    };
}
