using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Pages;

public sealed class InvitePage(IPage page)
{
    public static async Task<InvitePage> OpenAsync(Window window, string site)
    {
        await window.GoAsync($"{site}/accounts");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Invite a person" }).ClickAsync();
        return new InvitePage(window.Page);
    }

    public async Task InviteAsync(string name, string email, string role)
    {
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync(role);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the invitation" }).ClickAsync();
    }
}
