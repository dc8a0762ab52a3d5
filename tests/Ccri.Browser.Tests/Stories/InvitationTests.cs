using System.Text;
using Ccri.Browser.Tests.EveryPage;
using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class InvitationTests(Theatre theatre)
{
    private const string Email = "ines.novak@example.org";
    private const string Password = "a few words in a row";

    [Fact]
    public async Task Somebody_invited_chooses_a_password_sets_the_second_factor_and_signs_in_with_both()
    {
        // A site of its own: the story waits for the mails of one person among those that are there.
        await using var site = await PublishedSite.StartAsync(Directory.CreateTempSubdirectory("ccri-invitation-").FullName);
        await InviteAsync(site);
        List<Mail> Mails() => Mail.In(site.MailFolder).Where(mail => mail.To == Email).ToList();
        await Until.TrueAsync(() => Mails().Count == 1, "the invitation is in the pickup folder");

        await using var window = await theatre.OpenAsync();
        var shell = new Shell(window.Page);
        await (await ChoosePasswordPage.OpenAsync(window, Mail.LinkIn(Mails().Single()))).SaveAsync(Password);
        await Assertions.Expect(shell.Person).ToContainTextAsync("Ines Novak");

        var (app, codeUsed, recoveryCode) = await SetSecondFactorAsync(window);
        await shell.SignOutAsync();
        await Assertions.Expect(shell.Heading).ToHaveTextAsync("Sign in");

        var second = await PasswordAsync(window);
        (await Axe.ViolationsAsync(window.Page)).ShouldBeEmpty();
        await second.SignInAsync(codeUsed);
        await Assertions.Expect(second.Errors).ToContainTextAsync("has been used");
        await second.SignInAsync(app.Code(ahead: 1));
        await Assertions.Expect(shell.Heading).ToHaveTextAsync("Overview");

        await shell.SignOutAsync();
        await (await PasswordAsync(window)).SignInAsync(recoveryCode);
        await Assertions.Expect(shell.Heading).ToHaveTextAsync("Overview");
        window.Complaints.ShouldBeEmpty();
    }

    private async Task InviteAsync(PublishedSite site)
    {
        await using var window = await theatre.OpenAsync();
        await (await SignInPage.OpenAsync(window, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Coordinator);
        await (await InvitePage.OpenAsync(window, site.Address)).InviteAsync("Ines Novak", Email, Role.Officer);
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("Ines Novak");
        await Assertions.Expect(new Shell(window.Page).Status).ToContainTextAsync("The invitation is on its way");
    }

    private static async Task<(AuthenticatorApp App, string CodeUsed, string RecoveryCode)> SetSecondFactorAsync(Window window)
    {
        var page = await SecondFactorPage.OpenFromMyAccountAsync(window);
        var app = await page.StartAsync(Password);
        (await Axe.ViolationsAsync(window.Page)).ShouldBeEmpty();
        await page.ConfirmAsync("000000" == app.Code() ? "111111" : "000000");
        await Assertions.Expect(page.Errors).ToContainTextAsync("does not fit the key");
        var code = app.Code();
        await page.ConfirmAsync(code);
        await Assertions.Expect(page.RecoveryCodes).ToHaveCountAsync(10);
        (await Axe.ViolationsAsync(window.Page)).ShouldBeEmpty();

        var first = await page.RecoveryCodes.First.InnerTextAsync();
        var text = await page.DownloadAsync();
        text.Name.ShouldBe("ccri-recovery-codes.txt");
        Encoding.UTF8.GetString(text.Bytes).ShouldContain(first);
        return (app, code, first);
    }

    private static async Task<SecondFactorPage> PasswordAsync(Window window)
    {
        await new SignInPage(window.Page).SignInAsync(Email, Password);
        await Assertions.Expect(new Shell(window.Page).Heading).ToHaveTextAsync("Second factor");
        return new SecondFactorPage(window.Page);
    }
}
