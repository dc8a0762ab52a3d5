using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Pages;

public sealed class ChoosePasswordPage(IPage page)
{
    public ILocator Errors => page.Locator("#errs");

    public static async Task<ChoosePasswordPage> OpenAsync(Window window, string link)
    {
        await window.GoAsync(link);
        return new ChoosePasswordPage(window.Page);
    }

    public async Task SaveAsync(string password)
    {
        await page.GetByLabel("New password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and sign in" }).ClickAsync();
    }
}
