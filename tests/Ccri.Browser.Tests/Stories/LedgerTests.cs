using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class LedgerTests(Theatre theatre)
{
    [Fact]
    public async Task From_a_need_to_what_served_it_to_the_verdict_and_back_takes_three_clicks()
    {
        await using var window = await theatre.OpenBesideAsync(Look.Phone, Role.Lead);
        var page = window.Page;
        await window.GoAsync("/ledger?state=Met");

        await page.Locator("#rows tbody tr a").First.ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/needs/[^/]+/[0-9]+$"));
        var need = page.Url;
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Met");

        await page.Locator("main .log a[href*='/support/']").First.ClickAsync();
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/support/[0-9a-f-]{36}$"));
        var row = page.Locator("#needs tbody tr", new() { Has = page.Locator($"a[href='{new Uri(need).AbsolutePath}']") });
        await Assertions.Expect(row).ToContainTextAsync("Met");

        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.WaitForURLAsync(need);
    }
}
