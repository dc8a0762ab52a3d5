using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.EveryPage;

/// <summary>Every page in one look; the classes derived run beside each other.</summary>
public abstract class EveryPageTests(Theatre theatre, Look look)
{
    /// <summary>Most of what axe finds depends on neither width nor scheme: one look judges every page by every rule, the others do so for these, to keep the run short.</summary>
    protected static readonly HashSet<string> Main = ["Overview", "Territories", "Territory", "Territory, edit", "Territory, edit, refused", "Organisation", "Working groups", "Sign in", "Action plan", "Investment plan", "Roadmap", "Actions"];

    public static TheoryData<string> Names => [.. Addresses.All.Keys];

    protected async Task<Window> OpenAsync(string name)
    {
        var address = Addresses.All[name];
        var window = await theatre.OpenBesideAsync(look, address.Role);
        (await window.GoAsync(address.Path)).ShouldBe(address.Status);
        new Uri(window.Page.Url).PathAndQuery.ShouldBe(address.Path, "the page sends somewhere else");
        if (address.First is not null)
            await address.First(window.Page);
        return window;
    }

    /// <summary>What holds for every page at every width: accessible, within the policy, nothing cut off.</summary>
    protected static async Task JudgeAsync(Window window, bool withAxe = true, bool onlyOfTheLook = false)
    {
        var page = window.Page;
        if (withAxe)
            (await Axe.ViolationsAsync(page, onlyOfTheLook)).ShouldBeEmpty();
        window.Complaints.ShouldBeEmpty();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - window.innerWidth")).ShouldBeLessThanOrEqualTo(0, "the page scrolls sideways");
        (await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync()).ShouldBe(1);
        (await page.TitleAsync()).ShouldEndWith(" – CCRI tracking");
    }
}

/// <summary>The longest of the looks; in two halves, which run beside each other.</summary>
public abstract class EveryPageOnADeskTests(Theatre theatre) : EveryPageTests(theatre, Look.Desk)
{
    protected static TheoryData<string> Half(int which) => [.. Addresses.All.Keys.Where((_, index) => index % 2 == which)];

    protected async Task JudgeAsync(string name)
    {
        await using var window = await OpenAsync(name);
        await JudgeAsync(window);

        // Who magnifies does not load the page again: the window gets narrower for it.
        await window.Page.SetViewportSizeAsync(Look.MagnifiedWidth, Look.Height);
        await JudgeAsync(window, withAxe: Main.Contains(name));
    }
}

public sealed class EverySecondPageOnADeskTests(Theatre theatre) : EveryPageOnADeskTests(theatre)
{
    public static TheoryData<string> Second => Half(0);

    [Theory]
    [MemberData(nameof(Second))]
    public Task Each_page_is_accessible_and_fits_the_window_also_when_magnified(string name) => JudgeAsync(name);
}

public sealed class EveryOtherPageOnADeskTests(Theatre theatre) : EveryPageOnADeskTests(theatre)
{
    public static TheoryData<string> Other => Half(1);

    [Theory]
    [MemberData(nameof(Other))]
    public Task Each_page_is_accessible_and_fits_the_window_also_when_magnified(string name) => JudgeAsync(name);

    [Fact]
    public void The_main_pages_are_among_the_addresses() => Main.Except(Addresses.All.Keys).ShouldBeEmpty();
}

public sealed class EveryPageOnAPhoneInTheDarkTests(Theatre theatre) : EveryPageTests(theatre, Look.Phone)
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_page_is_accessible_and_fits_the_window(string name)
    {
        await using var window = await OpenAsync(name);
        await JudgeAsync(window, onlyOfTheLook: !Main.Contains(name));
    }
}

public sealed class EveryPageWithoutJavaScriptTests(Theatre theatre) : EveryPageTests(theatre, Look.WithoutJavaScript)
{
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_page_has_its_content_and_a_button_for_each_form(string name)
    {
        await using var window = await OpenAsync(name);
        var main = window.Page.Locator("main");

        (await window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).IsVisibleAsync()).ShouldBeTrue();
        (await main.InnerTextAsync()).Length.ShouldBeGreaterThan(60);
        var button = window.Page.GetByRole(AriaRole.Button, new() { IncludeHidden = true });
        (await main.Locator("form").Filter(new() { HasNot = button }).CountAsync()).ShouldBe(0, "a form that only a script can send");
    }
}
