using System.Text.RegularExpressions;
using Ccri.Browser.Tests.EveryPage;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed partial class LostConnectionTests(Theatre theatre)
{
    private const string Topic = "What was it about?";
    private const string NoneLeft = "() => Object.keys(localStorage).every(key => !key.startsWith('draft:'))";

    [Fact]
    public async Task What_is_typed_while_the_server_is_away_is_there_when_it_is_back()
    {
        var folder = Directory.CreateTempSubdirectory("ccri-lost-").FullName;
        var site = await PublishedSite.StartAsync(folder);
        try
        {
            await using var window = await theatre.OpenAsync(Look.Phone);
            await (await SignInPage.OpenAsync(window, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Lead);
            var (page, form, address) = (window.Page, new FormPage(window.Page), $"{site.Address}/working-groups/sessions/new");
            await page.GotoAsync(address);
            await form.Field(Topic).PressSequentiallyAsync("Reuse");
            await Assertions.Expect(form.Kept).ToContainTextAsync("Draft kept");

            await site.DisposeAsync();
            await form.Field(Topic).FillAsync("Reuse of timber in Łódź");
            await page.Locator("[name='Input.Items[0].Text']").FillAsync("Nobody knows what stands where.");
            await page.Locator("[name='Input.FollowUps[0].What']").FillAsync("Ask the city for its register");
            await Assertions.Expect(form.Kept).ToHaveTextAsync("Not sent yet: kept on this device");
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
            await form.SaveAsync("Save session"); // goes nowhere

            site = await PublishedSite.StartAsync(folder, address: site.Address);
            await page.GotoAsync(address);
            await NoneIsLeftAsync(page);
            await Assertions.Expect(form.DraftNote).ToContainTextAsync("you typed something here that was not saved");
            await form.GoOnAsync();
            await Assertions.Expect(form.Field(Topic)).ToHaveValueAsync("Reuse of timber in Łódź");
            await Assertions.Expect(page.Locator("[name='Input.Items[0].Text']")).ToHaveValueAsync("Nobody knows what stands where.");
            await Assertions.Expect(page.Locator("[name='Input.FollowUps[0].What']")).ToHaveValueAsync("Ask the city for its register");
            await page.Locator("[name='Input.Items[0].Kind']").SelectOptionAsync("Barrier");
            await form.SaveAsync("Save session");
            await page.WaitForURLAsync(ASession());
            await NoneIsLeftAsync(page);
        }
        finally
        {
            await site.DisposeAsync();
        }
    }

    [Fact]
    public async Task What_is_typed_after_the_sign_in_has_ended_is_there_after_the_next_and_nobody_else_gets_it()
    {
        const string address = "/working-groups/sessions/new?group=TWG-II";
        await using var window = await theatre.OpenAsync(Look.Phone, Role.Officer);
        var (page, form) = (window.Page, new FormPage(window.Page));
        await window.GoAsync(address);
        await form.Field(Topic).FillAsync("Heat");
        await Assertions.Expect(form.Kept).ToContainTextAsync("Draft kept");
        await page.Context.ClearCookiesAsync();
        await form.Field(Topic).FillAsync("Heat from the steelworks");
        await Assertions.Expect(form.Kept).ToHaveTextAsync("Not sent yet: kept on this device");

        await (await SignInPage.OpenAsync(window)).LookAroundAsync(Role.Coordinator);
        await window.GoAsync(address);
        await Assertions.Expect(form.Field(Topic)).ToHaveValueAsync("");
        await Assertions.Expect(form.DraftNote).ToHaveCountAsync(0);
        await page.Context.ClearCookiesAsync();
        await (await SignInPage.OpenAsync(window)).LookAroundAsync(Role.Officer);
        await window.GoAsync(address);
        await NoneIsLeftAsync(page);
        await form.GoOnAsync();
        await Assertions.Expect(form.Field(Topic)).ToHaveValueAsync("Heat from the steelworks");
        await form.SaveAsync("Save session");
        await page.WaitForURLAsync(ASession());
    }

    /// <summary>Asked again and again from outside: the policy of the site lets nothing be evaluated inside while it waits.</summary>
    private static Task NoneIsLeftAsync(IPage page) => Until.TrueAsync(() => page.EvaluateAsync<bool>(NoneLeft), "nothing is left on the device");

    [GeneratedRegex("/working-groups/sessions/[0-9a-f-]{36}$")]
    private static partial Regex ASession();
}
