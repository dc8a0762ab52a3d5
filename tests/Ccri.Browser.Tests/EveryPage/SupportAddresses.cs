using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Pages of support activities, of planned days and of the ledger. The page of an activity is behind the list, because its address holds a number that differs on each site.</summary>
internal static class SupportAddresses
{
    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Support"] = new("/support"),
        ["Support, none found"] = new("/support?q=nothing-at-all"),
        ["Support, columns chosen"] = new("/support?columns=title&columns=until&columns=expert&columns=satisfaction&columns=exception&sort=-satisfaction"),
        ["Support of a territory contact"] = new("/support", Role.Territory),
        ["Support, new"] = new("/support/new?territory=uppsala"),
        ["Support, new, refused"] = new("/support/new?territory=uppsala", First: async page =>
        {
            await new FormPage(page).SaveAsync("Save");
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Support, activity"] = new("/support?territory=uppsala", First: page => OpenAsync(page)),
        ["Support, activity, file refused"] = new("/support?territory=uppsala", First: async page =>
        {
            await OpenAsync(page);
            await page.GetByRole(AriaRole.Button, new() { Name = "Add file" }).ClickAsync();
            await new FormPage(page).Errors.WaitForAsync();
        }),
        ["Support, edit"] = new("/support?territory=uppsala", First: page => OpenAsync(page, "Edit activity")),
        ["Support, needs"] = new("/support?territory=uppsala", First: page => OpenAsync(page, "Which needs did it serve?")),
        ["Support, plan"] = new("/support/plan"),
        ["Support, plan of a lead"] = new("/support/plan", Role.Lead),
        ["Ledger"] = new("/ledger"),
        ["Ledger, none found"] = new("/ledger?territory=nowhere"),
        ["Ledger of a territory contact"] = new("/ledger", Role.Territory),
        ["Ledger, expert-days"] = new("/ledger/days?quarter=all"),
        ["Ledger, expert-days by partner"] = new("/ledger/days?by=partner"),
        ["Ledger, attention"] = new("/ledger/attention", First: page => page.Locator("summary").First.ClickAsync()),
    };

    /// <summary>The first activity of the list; where there is none yet, one is logged.</summary>
    private static async Task OpenAsync(IPage page, string? link = null)
    {
        var first = page.Locator("#rows tbody td:first-child a").First;
        if (await first.CountAsync() == 0)
        {
            await page.GotoAsync(new Uri(new Uri(page.Url), "/support/new?territory=uppsala").ToString());
            await page.GetByLabel("Kind of support").SelectOptionAsync("TailoredSupport");
            await new FormPage(page).Field("What was it about?").FillAsync("A day on site");
            await page.GetByLabel("Expert-days (optional)").FillAsync("1");
            await new FormPage(page).SaveAsync("Save");
        }
        else
        {
            await first.ClickAsync();
        }
        await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/support/[0-9a-f-]{36}$"));
        if (link is not null)
            await page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
    }
}
