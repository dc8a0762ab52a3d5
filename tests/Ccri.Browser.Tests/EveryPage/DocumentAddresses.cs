using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Minutes and the report of a group. The page of a session is behind a link of its group, because its address holds a number that differs on each site.</summary>
internal static class DocumentAddresses
{
    private const string Report = "/working-groups/TWG-C/report";

    public static readonly IReadOnlyDictionary<string, Address> All = new Dictionary<string, Address>
    {
        ["Minutes of a session"] = new("/working-groups/TWG-C", First: async page =>
        {
            await page.Locator("main a[href*='/working-groups/sessions/']:not([href$='/new']):not([href*='/new?'])").First.ClickAsync();
            await page.WaitForURLAsync(new System.Text.RegularExpressions.Regex("/working-groups/sessions/[0-9a-f-]{36}"));
            await page.GotoAsync($"{page.Url.Split('?', '#')[0]}/minutes");
        }),
        ["Report of a group"] = new(Report),
        ["Report of a group, of its lead"] = new(Report, Role.Lead),
        ["Report of a group, section"] = new($"{Report}/barriers-and-levers"),
        ["Report of a group, section, refused"] = new($"{Report}/introduction", First: async page =>
        {
            await new FormPage(page).Field("Your text (optional)").FillAsync(new string('x', 20_001));
            await new FormPage(page).SaveAsync("Save text");
            await new FormPage(page).Errors.WaitForAsync();
        }),
    };
}
