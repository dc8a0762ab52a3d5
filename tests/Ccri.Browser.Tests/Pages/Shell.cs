namespace Ccri.Browser.Tests.Pages;

/// <summary>What every page has: the heading, who is signed in, the one line that says what happened.</summary>
public sealed class Shell(IPage page)
{
    public ILocator Heading => page.GetByRole(AriaRole.Heading, new() { Level = 1 });
    public ILocator Person => page.Locator(".who");
    public ILocator Status => page.Locator("#status");

    public Task SignOutAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
}
