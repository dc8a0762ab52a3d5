namespace Ccri.Browser.Tests.Pages;

/// <summary>The part of a list where its columns are chosen and its views are saved.</summary>
public sealed class SavedViews(IPage page)
{
    public ILocator Heads => page.Locator("#rows th");

    public ILocator View(string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "Saved views" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public Task OpenColumnsAsync() => page.Locator("summary", new() { HasText = "Columns" }).ClickAsync();

    public Task ChooseAsync(string column) => page.GetByLabel(column, new() { Exact = true }).CheckAsync();

    public async Task SaveAsync(string name)
    {
        await page.Locator("summary", new() { HasText = "Save this view" }).ClickAsync();
        await page.GetByLabel("Name of the view").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save view" }).ClickAsync();
    }
}
