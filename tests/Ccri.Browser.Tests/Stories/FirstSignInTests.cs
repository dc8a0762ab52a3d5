using Ccri.Browser.Tests.EveryPage;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class FirstSignInTests(Theatre theatre)
{
    [Fact]
    public async Task The_link_that_the_site_prints_signs_the_first_coordinator_in_once()
    {
        var link = theatre.Site.FirstCoordinatorsLink;
        await using (var window = await theatre.OpenAsync())
        {
            var choose = await ChoosePasswordPage.OpenAsync(window, link);
            (await Axe.ViolationsAsync(window.Page)).ShouldBeEmpty();
            (await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0, "the page scrolls sideways");
            await choose.SaveAsync("too short");
            await Assertions.Expect(choose.Errors).ToContainTextAsync("Use 12 or more");
            await choose.SaveAsync("a few words in a row");

            var shell = new Shell(window.Page);
            await Assertions.Expect(shell.Heading).ToHaveTextAsync("Overview");
            await Assertions.Expect(shell.Person).ToContainTextAsync("Coordinator");
            await Assertions.Expect(shell.Status).ToContainTextAsync("Your password is saved");
        }

        await using var again = await theatre.OpenAsync();
        await ChoosePasswordPage.OpenAsync(again, link);
        await Assertions.Expect(new Shell(again.Page).Heading).ToHaveTextAsync("This link cannot be used any more");
        await Assertions.Expect(again.Page.GetByRole(AriaRole.Link, new() { Name = "Get a new link" })).ToBeVisibleAsync();
    }
}
