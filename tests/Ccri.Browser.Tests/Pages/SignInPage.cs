using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Pages;

public sealed class SignInPage(IPage page)
{
    public ILocator Errors => page.Locator("#errs");
    public ILocator Status => page.Locator("#status");
    public ILocator Email => page.GetByLabel("E-mail address");

    public static async Task<SignInPage> OpenAsync(Window window, string path = "/accounts/sign-in")
    {
        await window.GoAsync(path);
        return new SignInPage(window.Page);
    }

    public async Task SignInAsync(string email, string password)
    {
        await Email.FillAsync(email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

    /// <summary>The strip of the demonstration stands above the form, too.</summary>
    public async Task LookAroundAsync(string role)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = role, Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => new Uri(url).AbsolutePath == "/");
    }

    public async Task<ForgotPasswordPage> ForgetAsync()
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Forgot your password?" }).ClickAsync();
        return new ForgotPasswordPage(page);
    }
}
