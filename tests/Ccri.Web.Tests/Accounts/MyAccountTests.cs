using System.Net;
using System.Text.Json;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Accounts;

public abstract class MyAccountTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_address_changes_when_its_link_is_opened_and_confirmed_and_ends_every_session()
    {
        var member = await Member.JoinAsync(App, "old.address@example.org", Role.Desk, "Moving Person");
        (await AskAsync(member, "New.Address@example.org")).Headers.Location!.ToString().ShouldBe("/accounts/me");
        var mails = await MailsAsync(member);
        mails.Select(m => m.Address).ShouldBe(["new.address@example.org", "old.address@example.org"], ignoreOrder: true);
        var link = new Uri(mails.Single(m => m.Address.StartsWith("new", StringComparison.Ordinal)).Text.Split('\n').Single(l => l.Contains("/accounts/confirm-address")).Trim()).PathAndQuery;

        var anybody = App.Browser(followsRedirects: false);
        (await anybody.PageAsync(link)).ShouldContain("new.address@example.org");
        (await SignInAsync("old.address@example.org")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "to open the link changes nothing");
        (await anybody.PostFormAsync(link)).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await SignInAsync("old.address@example.org")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SignInAsync("new.address@example.org")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await anybody.PageAsync(link)).ShouldContain("This link cannot be used any more");
    }

    [Fact]
    public async Task The_address_of_somebody_else_gets_the_same_answer_and_no_link()
    {
        await Member.JoinAsync(App, "taken@example.org");
        var (one, other) = (await Member.JoinAsync(App, "asks-taken@example.org"), await Member.JoinAsync(App, "asks-free@example.org"));

        var (taken, free) = (await AskAsync(one, "taken@example.org"), await AskAsync(other, "free@example.org"));

        taken.Headers.Location.ShouldBe(free.Headers.Location);
        var (first, second) = (await one.Client.PageAsync("/accounts/me"), await other.Client.PageAsync("/accounts/me"));
        Status(first).ShouldBe(Status(second));
        (await MailsAsync(one)).Select(m => m.Address).ShouldBe(["asks-taken@example.org"], "the notice, and no link");
        (await MailsAsync(other)).Select(m => m.Address).ShouldBe(["asks-free@example.org", "free@example.org"], ignoreOrder: true);

        static string Status(string page) => page.Split("id=\"status\"")[1].Split("</div>")[0];
    }

    [Fact]
    public async Task A_change_of_address_asks_for_the_password_again_and_a_new_password_ends_its_link()
    {
        var member = await Member.JoinAsync(App, "asks@example.org");
        var wrong = await member.Client.PostFormAsync("/accounts/me/address", ("Input.Email", "asks-new@example.org"), ("Input.Password", "not this one"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await wrong.TextAsync()).ShouldContain("This is not your password.");
        (await MailsAsync(member)).ShouldBeEmpty();

        await AskAsync(member, "asks-new@example.org");
        (await (await AskAsync(member, "another@example.org")).TextAsync()).ShouldContain("less than two minutes ago");
        var link = new Uri((await MailsAsync(member)).Single(m => m.Address == "asks-new@example.org").Text.Split('\n').Single(l => l.Contains("/accounts/confirm-address")).Trim()).PathAndQuery;
        await App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.PersonId == member.Id).ExecuteDeleteAsync(Cancellation));
        await App.SendAsync(new RequestPasswordLink.Command(member.Email), null);
        var password = new Uri((await MailsAsync(member)).Single().Text.Split('\n').Single(l => l.Contains("/accounts/choose-password")).Trim()).PathAndQuery;
        await App.Browser(followsRedirects: false).PostFormAsync(password, ("Input.Password", "a fresh row of words"));

        (await App.Browser().PageAsync(link)).ShouldContain("This link cannot be used any more");
    }

    [Fact]
    public async Task One_changes_the_own_name_and_a_blank_one_is_refused_at_the_field()
    {
        var member = await Member.JoinAsync(App, "renames@example.org", Role.Desk, "Before That");

        (await (await member.Client.PostFormAsync("/accounts/me/name", ("Input.Name", "  "))).TextAsync()).ShouldContain("Enter the name");
        (await member.Client.PostFormAsync("/accounts/me/name", ("Input.Name", "Nach Her"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await member.Client.PageAsync("/accounts/me")).ShouldContain("Nach Her");
    }

    [Fact]
    public async Task The_own_export_names_every_table_that_names_me_and_holds_no_key()
    {
        var member = await Member.JoinAsync(App, "exports@example.org", Role.Officer, "Exporting Person", "asker");
        await member.SetSecondFactorAsync();
        await App.SendAsync(new RequestPasswordLink.Command(member.Email), null);

        var answer = await member.Client.GetAsync("/accounts/me?handler=Export", Cancellation);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldNotBeNull().ShouldEndWith(".json");
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        using var file = JsonDocument.Parse(text);

        file.RootElement.GetProperty("Person").GetProperty("Email").GetString().ShouldBe(member.Email);
        file.RootElement.GetProperty("Account").GetProperty("TwoFactorEnabled").GetBoolean().ShouldBeTrue();
        file.RootElement.GetProperty("Rows").EnumerateObject().Select(r => r.Name).ShouldBe(["MailMessage", "RoleAssignment"]);
        file.RootElement.GetProperty("Audit").EnumerateArray().Select(a => a.GetProperty("Noun").GetString()).ShouldContain("Account");
        var secrets = await App.WithDatabaseAsync(db => db.Users.Where(a => a.Id == member.Id).Select(a => new[] { a.PasswordHash!, a.SecurityStamp!, a.ConcurrencyStamp!, a.CodeKey! }).SingleAsync(Cancellation));
        secrets.ShouldAllBe(secret => !text.Contains(secret));
        text.ShouldNotMatch("token=[A-Za-z0-9]");
        member.RecoveryCodes.ShouldAllBe(code => !text.Contains(code));
    }

    private Task<List<MailMessage>> MailsAsync(Member member) => App.WithDatabaseAsync(db =>
        db.MailMessages.Where(m => m.PersonId == member.Id && !m.Subject.StartsWith("Your access")).OrderBy(m => m.Id).ToListAsync(Cancellation));

    private static Task<HttpResponseMessage> AskAsync(Member member, string email) =>
        member.Client.PostFormAsync("/accounts/me/address", ("Input.Email", email), ("Input.Password", Member.Password));

    private Task<HttpResponseMessage> SignInAsync(string email) =>
        App.Browser(followsRedirects: false).PostFormAsync("/accounts/sign-in", ("Input.Email", email), ("Input.Password", Member.Password));
}

public sealed class MyAccountOnSqlite(SqliteApp app) : MyAccountTests(app), IClassFixture<SqliteApp>;

public sealed class MyAccountOnPostgres(PostgresApp app) : MyAccountTests(app), IClassFixture<PostgresApp>;
