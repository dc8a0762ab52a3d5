using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>The page of a status: behind a link, because its address holds a number that differs on each site.</summary>
internal static class StatusAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Status"] = new("/solutions/CSS-UPPSALA-1", First: OpenAsync),
        ["Status, refused"] = new("/solutions/CSS-UPPSALA-1", First: async page =>
        {
            await OpenAsync(page);
            await new FormPage(page).SaveAsync("Save status");
            await new FormPage(page).Errors.WaitForAsync();
        }),
    };

    private static async Task OpenAsync(IPage page)
    {
        await page.Locator("a[href*='/statuses/solution/']").First.ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/statuses/"));
    }
}
