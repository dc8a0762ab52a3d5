using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Pages;

/// <summary>Where the own second factor is set, and where the code is asked for after the password.</summary>
public sealed class SecondFactorPage(IPage page)
{
    public ILocator Errors => page.Locator("#errs");

    public ILocator RecoveryCodes => page.Locator(".codes li");

    public static async Task<SecondFactorPage> OpenFromMyAccountAsync(Window window)
    {
        await window.Page.Locator(".who").GetByRole(AriaRole.Link).ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Set up the second factor" }).ClickAsync();
        return new SecondFactorPage(window.Page);
    }

    /// <summary>Gives the key that is shown for the app.</summary>
    public async Task<AuthenticatorApp> StartAsync(string password)
    {
        await page.GetByLabel("Your password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up the second factor" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code of the key" })).ToBeVisibleAsync();
        return new AuthenticatorApp(await page.Locator("#key").InnerTextAsync());
    }

    public Task ConfirmAsync(string code) => SendAsync(code, "Set the second factor");

    public Task SignInAsync(string code) => SendAsync(code, "Sign in");

    public Task<Downloaded> DownloadAsync() => Downloaded.ByAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Download as text" }));

    private async Task SendAsync(string code, string button)
    {
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }
}
