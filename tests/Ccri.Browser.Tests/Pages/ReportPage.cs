namespace Ccri.Browser.Tests.Pages;

/// <summary>One territory's report on a period: what it states, its texts, where it lies.</summary>
public sealed class ReportPage(IPage page, string site, string period, string slug)
{
    public string Address { get; } = $"{site}/reports/{period}/territories/{slug}";

    public ILocator NextStep => page.Locator("#next-step");
    public ILocator Discussion => page.Locator("ol.log");

    public Task OpenAsync() => page.GotoAsync(Address);

    public async Task ConfirmFirstStatementAsync()
    {
        await page.Locator("#statements tbody tr").First.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("#statements tbody")).ToContainTextAsync("confirmed by");
    }

    public async Task WriteAsync(string summary)
    {
        await page.GotoAsync($"{Address}/write");
        await new FormPage(page).Field("Summary").FillAsync(summary);
        await new FormPage(page).SaveAsync("Save texts");
        await page.WaitForURLAsync(Address);
    }

    public async Task SubmitAsync()
    {
        await new FormPage(page).SaveAsync("Submit to the support office");
        await Assertions.Expect(Discussion).ToContainTextAsync("Submitted");
    }

    public async Task ReturnAsync(string reason)
    {
        await page.GotoAsync($"{Address}/return");
        await new FormPage(page).Field("What should be changed").FillAsync(reason);
        await new FormPage(page).SaveAsync("Return report");
        await page.WaitForURLAsync(Address);
    }
}
