namespace Ccri.Browser.Tests.Pages;

public sealed class ForgotPasswordPage(IPage page)
{
    public async Task<SignInPage> AskAsync(string email)
    {
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the link" }).ClickAsync();
        await page.WaitForURLAsync("**/accounts/sign-in");
        return new SignInPage(page);
    }
}
