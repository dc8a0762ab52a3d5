using System.Text.RegularExpressions;
using Ccri.Browser.Tests.EveryPage;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed partial class NeedTests(Theatre theatre)
{
    [Fact]
    public async Task From_a_need_to_what_served_it_to_the_verdict_and_back_takes_three_clicks()
    {
        await using var window = await theatre.OpenAsync(role: Role.Officer);
        var (page, main) = (window.Page, window.Page.Locator("main"));
        await window.GoAsync("/ledger?state=Met&sort=-served");

        await page.Locator("#rows tbody tr").First.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.WaitForURLAsync(ANeed());
        var need = page.Url;
        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Met on ");
        await page.Locator("a[href*='/support/']").Filter(new() { HasNotText = "Log support" }).First.ClickAsync();
        await page.WaitForURLAsync(AnActivity());
        await Assertions.Expect(page.Locator("#needs")).ToContainTextAsync("Met");
        await page.Locator($"#needs a[href='{new Uri(need).AbsolutePath}']").ClickAsync();

        await Assertions.Expect(page.Locator("#verdict")).ToContainTextAsync("Met on ");
        page.Url.ShouldBe(need);
        await Assertions.Expect(main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_paper_form_is_typed_in_with_one_key_for_each_rating()
    {
        await using var window = await theatre.OpenAsync(role: Role.Officer);
        var (page, form) = (window.Page, new FormPage(window.Page));
        await window.GoAsync("/needs/lucca/record");

        await page.Locator("input[name='Input.Ratings[0].Value'][value='']").FocusAsync();
        await page.Keyboard.TypeAsync("01234554321");
        await page.Keyboard.PressAsync("-");
        await form.SaveAsync("Save round");

        await Assertions.Expect(new Shell(page).Status).ToContainTextAsync("recorded");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Data and assessment");
        var figures = await page.Locator("table").First.Locator("tbody tr td.num").AllInnerTextsAsync(); // each beside the one of the round before
        figures.Where((_, i) => i % 2 == 1).Select(text => text.Trim()).ShouldBe(["0", "1", "2", "3", "4", "5", "5", "4", "3", "2", "1", "–"]);
        window.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Support_of_its_own_for_a_Fellow_is_refused_until_a_coordinator_says_why()
    {
        await using var officer = await theatre.OpenAsync(role: Role.Officer);
        await FillAsync(officer);
        var form = new FormPage(officer.Page);
        await form.SaveAsync("Save activity");
        await Assertions.Expect(form.Errors).ToContainTextAsync("Lucca is a Fellow. Fellows get group support, and no support of their own from the support office. A coordinator can make an exception with a reason.");
        await Assertions.Expect(form.Field("What was it about?")).ToHaveValueAsync("Permits for a repair hub");
        (await Axe.ViolationsAsync(officer.Page)).ShouldBeEmpty();

        await using var coordinator = await theatre.OpenAsync(role: Role.Coordinator);
        await FillAsync(coordinator);
        form = new FormPage(coordinator.Page);
        await form.SaveAsync("Save activity");
        await form.Field("Reason for an exception (optional)").FillAsync("Promised before the tier was agreed.");
        await form.SaveAsync("Save activity");
        await coordinator.Page.WaitForURLAsync(AnActivity());
        await Assertions.Expect(coordinator.Page.Locator("main")).ToContainTextAsync("Promised before the tier was agreed.");
        await coordinator.GoAsync("/ledger/attention");
        await Assertions.Expect(coordinator.Page.Locator("main")).ToContainTextAsync("Promised before the tier was agreed.");
        await coordinator.GoAsync("/programme/audit");
        await Assertions.Expect(coordinator.Page.Locator("main")).ToContainTextAsync("Promised before the tier was agreed.");
    }

    private static async Task FillAsync(Window window)
    {
        var form = new FormPage(window.Page);
        await window.GoAsync("/support/new?territory=lucca");
        await form.Field("Kind of support").SelectOptionAsync("Tailored support");
        await form.Field("What was it about?").FillAsync("Permits for a repair hub");
        await form.Field("Expert-days (optional)").FillAsync("0.5");
    }

    [GeneratedRegex(@"/needs/[^/]+/\d+$")]
    private static partial Regex ANeed();

    [GeneratedRegex(@"/support/[0-9a-f-]{36}$")]
    private static partial Regex AnActivity();
}
