using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class ForgottenPasswordTests(Theatre theatre)
{
    [Fact]
    public async Task A_forgotten_password_gets_the_same_answer_for_everybody_and_a_link_by_mail_for_those_we_know()
    {
        // A site of its own: a new password ends every other session of the person, and the other tests share theirs.
        var folder = Directory.CreateTempSubdirectory("ccri-forgotten-").FullName;
        await using var site = await PublishedSite.StartAsync(folder);
        const string known = "demo.desk@example.org";
        await using (var first = await theatre.OpenAsync())
            await (await SignInPage.OpenAsync(first, $"{site.Address}/accounts/sign-in")).LookAroundAsync(Role.Desk); // now there is one

        (await AnswerToAsync(site, "nobody@example.org")).ShouldBe(await AnswerToAsync(site, known));
        List<Mail> MailsTo(string address) => Mail.In(site.MailFolder).Where(mail => mail.To == address).ToList();
        await Until.TrueAsync(() => MailsTo(known).Count == 1, "the mail is in the pickup folder");
        MailsTo("nobody@example.org").ShouldBeEmpty();

        await using var window = await theatre.OpenAsync();
        var choose = await ChoosePasswordPage.OpenAsync(window, Mail.LinkIn(MailsTo(known).Single()));
        await choose.SaveAsync("quite another row of words");
        await Assertions.Expect(new Shell(window.Page).Person).ToContainTextAsync(Role.Desk);
    }

    private async Task<string> AnswerToAsync(PublishedSite site, string email)
    {
        await using var window = await theatre.OpenAsync();
        var forgot = await (await SignInPage.OpenAsync(window, $"{site.Address}/accounts/sign-in")).ForgetAsync();
        return await (await forgot.AskAsync(email)).Status.InnerTextAsync();
    }
}
