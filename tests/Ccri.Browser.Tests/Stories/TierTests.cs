using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class TierTests(Theatre theatre)
{
    [Fact]
    public async Task A_Fellow_is_raised_to_Pilot_and_the_history_shows_both()
    {
        // A site of its own: the other tests count Pilots and Fellows.
        await using var site = await PublishedSite.StartAsync(Directory.CreateTempSubdirectory("ccri-tier-").FullName);
        await using var window = await theatre.OpenAsync();
        await (await SignInPage.OpenAsync(window, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Coordinator);
        var page = window.Page;
        await page.GotoAsync($"{site.Address}/territories?tier=fellow&sort=-name");
        await page.Locator("#rows tbody a").First.ClickAsync();
        var name = await new Shell(page).Heading.InnerTextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Change tier" }).ClickAsync();
        var form = new FormPage(page);
        await form.Field("New tier").SelectOptionAsync(new SelectOptionValue { Label = "Pilot" });
        await form.Field("From").FillAsync("2026-10-01");
        await form.Field("Source").FillAsync("Decision of the steering group");
        await form.SaveAsync("Change tier");
        await Assertions.Expect(form.Errors).ToContainTextAsync("There is room for 12 Pilots, and 12 are taken.");
        await form.Field("Reason for an exception (optional)").FillAsync("Agreed with the Commission for one year.");
        await form.SaveAsync("Change tier");

        await Assertions.Expect(new Shell(page).Heading).ToHaveTextAsync(name);
        var history = page.GetByRole(AriaRole.Heading, new() { Name = "Participation" }).Locator("xpath=ancestor::section");
        await Assertions.Expect(history).ToContainTextAsync("Pilot, first cohort");
        await Assertions.Expect(history).ToContainTextAsync("since 1 Oct 2026");
        await Assertions.Expect(history).ToContainTextAsync("Fellow, first cohort");
        await Assertions.Expect(history).ToContainTextAsync("until 30 Sep 2026, changed its tier");

        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Agreed with the Commission for one year.");
    }
}
