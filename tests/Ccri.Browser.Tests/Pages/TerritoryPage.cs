using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Pages;

public sealed class TerritoryPage(IPage page)
{
    public Task<Downloaded> DownloadSheetAsync() => Downloaded.ByAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Territory sheet (PDF)" }));

    public Task ReadSheetAsync() => page.GetByRole(AriaRole.Link, new() { Name = "Read the sheet" }).ClickAsync();
}
