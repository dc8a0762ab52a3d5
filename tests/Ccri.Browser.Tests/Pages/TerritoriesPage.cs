using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Pages;

public sealed class TerritoriesPage(IPage page)
{
    public ILocator Search => page.GetByLabel("Find a territory");
    public ILocator Rows => page.Locator("#rows tbody tr");
    public ILocator Names => page.Locator("#rows tbody tr td:first-child a");

    public static async Task<TerritoriesPage> OpenAsync(Window window, string query = "")
    {
        await window.GoAsync($"/territories{query}");
        return new TerritoriesPage(window.Page);
    }

    public Task TypeAsync(string text) => Search.PressSequentiallyAsync(text);

    public Task ShowAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();

    public ILocator Column(string name) => page.GetByRole(AriaRole.Columnheader, new() { Name = name });

    public Task SortByAsync(string column) => Column(column).GetByRole(AriaRole.Link).ClickAsync();

    public Task<Downloaded> DownloadAsync() => Downloaded.ByAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Download as CSV" }));

    public async Task<TerritoryPage> ChooseAsync(string name)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).ClickAsync();
        return new TerritoryPage(page);
    }
}
