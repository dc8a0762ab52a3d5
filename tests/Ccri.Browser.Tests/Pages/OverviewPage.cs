using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Pages;

public sealed class OverviewPage(IPage page)
{
    public ILocator NeedsYou => page.GetByRole(AriaRole.Heading, new() { Name = "Needs you this week" });
    public ILocator Map => page.GetByRole(AriaRole.Group, new() { Name = "Map of the territories" });
    public ILocator Rows => page.Locator("#territories tbody tr");

    public ILocator Names => page.Locator("#territories tbody tr > :first-child a");

    public static async Task<OverviewPage> OpenAsync(Window window)
    {
        await window.GoAsync("/");
        return new OverviewPage(window.Page);
    }
}
