using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

/// <summary>On a demonstration of its own: the other tests look at the plans of the shared one.</summary>
public sealed class FindingTests(Theatre theatre)
{
    [Fact]
    public async Task What_does_not_fit_goes_when_its_cause_is_mended_on_the_screen_and_comes_back_with_it()
    {
        await using var site = await PublishedSite.StartAsync(Directory.CreateTempSubdirectory("ccri-finding-").FullName, Contents.Demonstration);
        await using var window = await theatre.OpenAsync();
        await (await SignInPage.OpenAsync(window, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Officer);
        var (page, form) = (window.Page, new FormPage(window.Page));

        // An action that nobody pays for.
        await page.GotoAsync($"{site.Address}/findings?kind=ActionWithoutMoney");
        var row = page.Locator("#rows tbody tr").First;
        var (action, why) = ((await row.GetByRole(AriaRole.Link).First.GetAttributeAsync("href"))!, (await row.GetByRole(AriaRole.Link, new() { Name = "See or accept it" }).GetAttributeAsync("href"))!);
        async Task FundAsync(string funding)
        {
            await page.GotoAsync($"{site.Address}{action}/edit");
            await form.Field("Funding (optional)").FillAsync(funding);
            await form.SaveAsync("Save action");
            await page.WaitForURLAsync($"{site.Address}{action}");
        }
        await FundAsync("Budget of the municipality");
        await ShouldBeMendedAsync(why);
        await FundAsync("");
        await ShouldBeThereAsync(why);

        // A project that pays for nothing: in the one plan whose projects are linked, one is taken off its action.
        await page.GotoAsync($"{site.Address}/plans/CEIP-UPPSALA-1/projects?sort=number");
        var project = new Uri(new Uri(site.Address), (await page.Locator("#rows tbody tr").First.GetByRole(AriaRole.Link).First.GetAttributeAsync("href"))!).AbsolutePath;
        await page.GotoAsync($"{site.Address}{project}/edit");
        var linked = await form.Field("Action that it finances").InputValueAsync();
        linked.ShouldNotBeEmpty();
        async Task LinkAsync(string choice)
        {
            await page.GotoAsync($"{site.Address}{project}/edit");
            await form.Field("Action that it finances").SelectOptionAsync(choice);
            await form.SaveAsync("Save project");
            await page.WaitForURLAsync($"{site.Address}{project}");
        }
        var unlinked = $"/findings/MoneyWithoutAction/{project.Split('/')[^1]}";
        await LinkAsync("");
        await ShouldBeThereAsync(unlinked);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Link it to the action that it finances.");
        await LinkAsync(linked);
        await ShouldBeMendedAsync(unlinked);
        await LinkAsync("");
        await ShouldBeThereAsync(unlinked);

        // Accepted, it is folded away on the page of its plan.
        await form.Field("Reason").FillAsync("The action is being planned anew.");
        await form.SaveAsync("Accept");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("The action is being planned anew.");
        await page.GotoAsync($"{site.Address}/plans/CEIP-UPPSALA-1");
        await Assertions.Expect(page.Locator("#findings summary")).ToHaveTextAsync("1 accepted finding");

        async Task ShouldBeMendedAsync(string address)
        {
            await page.GotoAsync($"{site.Address}{address}");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("This is mended.");
        }

        async Task ShouldBeThereAsync(string address)
        {
            await page.GotoAsync($"{site.Address}{address}");
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Accept it with a reason" })).ToBeVisibleAsync();
        }
    }
}
