using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>What holds for every page at every width: accessible, within the policy, nothing cut off, and usable without JavaScript.</summary>
public abstract class EveryPageTests(Theatre theatre, Look look)
{
    public static TheoryData<string> Names => [.. Addresses.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_page_is_accessible_and_fits_the_window(string name)
    {
        await using var window = await OpenAsync(name, look);
        var page = window.Page;

        if (IsJudgedByAxe(name))
            (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
        window.Complaints.ShouldBeEmpty();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0, "the page scrolls sideways");
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync()).ShouldBe(1);
        (await page.TitleAsync()).ShouldEndWith(" – CCRI tracking");
    }

    /// <summary>Most of what axe finds does not depend on the width: two looks judge every page, a third one the main pages only, to keep the run short.</summary>
    protected virtual bool IsJudgedByAxe(string name) => true;

    protected async Task<Window> OpenAsync(string name, Look how)
    {
        var address = Addresses.All[name];
        var window = await theatre.OpenAsync(how, address.Role);
        (await window.GoAsync(address.Path)).ShouldBe(address.Status);
        new Uri(window.Page.Url).PathAndQuery.ShouldBe(address.Path, "the page sends somewhere else");
        if (address.First is not null)
            await address.First(window.Page);
        return window;
    }
}

public sealed class EveryPageOnADeskTests(Theatre theatre) : EveryPageTests(theatre, Look.Desk)
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_page_has_its_content_without_JavaScript(string name)
    {
        await using var window = await OpenAsync(name, Look.WithoutJavaScript);
        var main = window.Page.Locator("main");

        (await window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).IsVisibleAsync()).ShouldBeTrue();
        (await main.InnerTextAsync()).Length.ShouldBeGreaterThan(60);
        foreach (var form in await main.Locator("form").AllAsync())
            (await form.GetByRole(AriaRole.Button, new() { IncludeHidden = true }).CountAsync()).ShouldBeGreaterThan(0, "a form that only a script can send");
    }
}

public sealed class EveryPageOnAPhoneInTheDarkTests(Theatre theatre) : EveryPageTests(theatre, Look.Phone);

public sealed class EveryPageMagnifiedTests(Theatre theatre) : EveryPageTests(theatre, Look.Zoomed)
{
    private static readonly HashSet<string> Main = ["Overview", "Territories", "Territory", "Territory, edit", "Territory, edit, refused", "Organisation", "Working groups", "Sign in"];

    protected override bool IsJudgedByAxe(string name) => Main.Contains(name);

    [Fact]
    public void The_main_pages_are_among_the_addresses() => Main.Except(Addresses.All.Keys).ShouldBeEmpty();
}
