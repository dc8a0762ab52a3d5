using Ccri.Browser.Tests.Pages;
using Ccri.Browser.Tests.Stage;

namespace Ccri.Browser.Tests.Stories;

public sealed class ForgottenPasswordTests(Theatre theatre)
{
    [Fact]
    public async Task A_forgotten_password_gets_the_same_answer_for_everybody_and_a_link_by_mail_for_those_we_know()
    {
        const string known = "demo.desk@example.org";
        await using (await theatre.OpenAsync(role: Role.Desk)) { } // now there is one

        (await AnswerToAsync("nobody@example.org")).ShouldBe(await AnswerToAsync(known));
        await Until.TrueAsync(() => MailsTo(known).Count == 1, "the mail is in the pickup folder");
        MailsTo("nobody@example.org").ShouldBeEmpty();

        await using var window = await theatre.OpenAsync();
        var choose = await ChoosePasswordPage.OpenAsync(window, Mail.LinkIn(MailsTo(known).Single()));
        await choose.SaveAsync("quite another row of words");
        await Assertions.Expect(new Shell(window.Page).Person).ToContainTextAsync(Role.Desk);
    }

    private async Task<string> AnswerToAsync(string email)
    {
        await using var window = await theatre.OpenAsync();
        var forgot = await (await SignInPage.OpenAsync(window)).ForgetAsync();
        return await (await forgot.AskAsync(email)).Status.InnerTextAsync();
    }

    private List<Mail> MailsTo(string address) => Mail.In(theatre.Site.MailFolder).Where(mail => mail.To == address).ToList();
}
