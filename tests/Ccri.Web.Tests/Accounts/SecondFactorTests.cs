using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Accounts;

public abstract class SecondFactorTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task With_a_second_factor_the_password_alone_opens_nothing_and_a_code_leads_on()
    {
        var member = await JoinAsync("two-steps");
        await member.SetSecondFactorAsync();
        member.RecoveryCodes.Count.ShouldBe(10);
        (await member.Client.StatusAsync("/")).ShouldBe(HttpStatusCode.OK, "the session in which it was set goes on");

        var browser = await member.BeginAsync();
        (await browser.GetAsync("/", Cancellation)).Headers.Location!.ToString().ShouldStartWith("/accounts/sign-in");
        (await browser.GetAsync("/api/territories", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var answer = await browser.PostFormAsync("/accounts/second-factor?ReturnUrl=%2Forganisations", ("Input.Code", member.Code()));
        answer.Headers.Location!.ToString().ShouldBe("/organisations");
        (await browser.StatusAsync("/organisations")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_code_lets_in_once_also_within_its_half_minute()
    {
        var member = await JoinAsync("code-once");
        await member.SetSecondFactorAsync();
        var code = member.Code();

        (await TryAsync(member, code)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var again = await TryAsync(member, code);
        again.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await again.TextAsync()).ShouldContain("This code does not fit, or has been used");
        (await TryAsync(member, $"{member.Code(1)[..3]} {member.Code(1)[3..]}")).StatusCode.ShouldBe(HttpStatusCode.Redirect, "the next one does, also in two groups as apps show it");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_browsers_with_one_code_at_the_same_moment_one_is_let_in(bool withRecoveryCode)
    {
        var member = await JoinAsync($"race-{withRecoveryCode}");
        await member.SetSecondFactorAsync();
        var code = withRecoveryCode ? member.RecoveryCodes[0] : member.Code();
        var browsers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => member.BeginAsync()));

        var answers = await Task.WhenAll(browsers.Select(b => b.PostFormAsync("/accounts/second-factor", ("Input.Code", code))));

        answers.Select(a => a.StatusCode).Order().ShouldBe([HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.BadRequest]);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once_and_new_ones_end_the_old()
    {
        var member = await JoinAsync("recovery");
        await member.SetSecondFactorAsync();

        (await TryAsync(member, member.RecoveryCodes[3].ToUpperInvariant())).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TryAsync(member, member.RecoveryCodes[3])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await App.WithDatabaseAsync(db => db.RecoveryCodes.CountAsync(c => c.AccountId == member.Id, Cancellation))).ShouldBe(9);

        var renewed = await member.Client.PostFormAsync($"{Member.SecondFactorPage}?handler=Renew", ("Input.Password", Member.Password));
        (await renewed.TextAsync()).ShouldContain("They are shown now and never again");
        (await App.WithDatabaseAsync(db => db.RecoveryCodes.CountAsync(c => c.AccountId == member.Id, Cancellation))).ShouldBe(10);
        (await TryAsync(member, member.RecoveryCodes[4])).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Only_hashes_of_recovery_codes_are_kept()
    {
        var member = await JoinAsync("hashes");
        await member.SetSecondFactorAsync();

        var kept = await App.WithDatabaseAsync(db => db.RecoveryCodes.Where(c => c.AccountId == member.Id).Select(c => c.Hash).ToListAsync(Cancellation));

        kept.ShouldAllBe(hash => hash.Length == 64);
        kept.ShouldNotContain(hash => member.RecoveryCodes.Any(code => hash.Contains(code.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Five_wrong_codes_rest_the_account_and_the_right_password_does_not_forgive_them()
    {
        var member = await JoinAsync("guesser");
        await member.SetSecondFactorAsync();
        for (var i = 0; i < 5; i++)
            (await TryAsync(member, "abcd-efgh-ijkl")).StatusCode.ShouldBe(HttpStatusCode.BadRequest); // each after the right password

        var browser = App.Browser(followsRedirects: false);
        var password = await browser.PostFormAsync("/accounts/sign-in", ("Input.Email", member.Email), ("Input.Password", Member.Password));
        (await password.TextAsync()).ShouldContain(SignIn.Sentence);
    }

    [Fact]
    public async Task The_link_to_choose_a_password_does_not_lead_around_the_second_factor()
    {
        var member = await JoinAsync("around");
        await member.SetSecondFactorAsync();
        await App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.PersonId == member.Id).ExecuteDeleteAsync(Cancellation));
        await App.SendAsync(new RequestPasswordLink.Command(member.Email), null);
        var mail = await App.WithDatabaseAsync(db => db.MailMessages.SingleAsync(m => m.PersonId == member.Id, Cancellation));
        var link = mail.Text.Split('\n').Single(line => line.Contains("/accounts/choose-password"));

        var browser = App.Browser(followsRedirects: false);
        var chosen = await browser.PostFormAsync(new Uri(link.Trim()).PathAndQuery, ("Input.Password", "four other words here"));

        chosen.Headers.Location!.ToString().ShouldBe("/accounts/second-factor");
        (await browser.GetAsync("/", Cancellation)).Headers.Location!.ToString().ShouldStartWith("/accounts/sign-in");
        (await browser.PostFormAsync("/accounts/second-factor", ("Input.Code", member.Code()))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await browser.StatusAsync("/")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_the_first_step_no_code_helps()
    {
        var answer = await App.Browser(followsRedirects: false).PostFormAsync("/accounts/second-factor", ("Input.Code", "123456"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.TextAsync()).ShouldContain("more than five minutes ago");
    }

    [Fact]
    public async Task The_cookie_between_the_steps_is_gone_from_a_browser_that_is_closed_and_lasts_minutes_in_one_that_is_not()
    {
        var options = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Microsoft.Extensions.Options.IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>(App.Services)
            .Get(Microsoft.AspNetCore.Identity.IdentityConstants.TwoFactorUserIdScheme);

        options.ExpireTimeSpan.ShouldBe(TimeSpan.FromMinutes(5));
        options.SlidingExpiration.ShouldBeFalse();
        var member = await JoinAsync("cookie");
        await member.SetSecondFactorAsync();
        var client = App.Browser(followsRedirects: false);
        var answer = await client.PostFormAsync("/accounts/sign-in", ("Input.Email", member.Email), ("Input.Password", Member.Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("ccri-second=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldNotContain("expires");
    }

    [Fact]
    public async Task A_wrong_password_a_wrong_code_and_somebody_elses_ticket_set_nothing_up()
    {
        var (member, other) = (await JoinAsync("careful"), await JoinAsync("thief"));
        var wrong = await member.Client.PostFormAsync($"{Member.SecondFactorPage}?handler=Start", ("Input.Password", "not this one at all"));
        (await wrong.TextAsync()).ShouldContain("This is not your password.");

        var page = await (await member.Client.PostFormAsync($"{Member.SecondFactorPage}?handler=Start", ("Input.Password", Member.Password))).TextAsync();
        var code = await member.Client.PostAgainAsync(page, $"{Member.SecondFactorPage}?handler=Confirm", ("Input.Code", "12345"));
        code.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var refused = await code.TextAsync();
        refused.ShouldContain("This code does not fit the key.");
        refused.ShouldContain("Key to type:", customMessage: "the same key is still shown");

        var ticket = page.Split("name=\"Input.Ticket\"")[1].Split("value=\"")[1].Split('"')[0];
        var otherPage = await (await other.Client.PostFormAsync($"{Member.SecondFactorPage}?handler=Start", ("Input.Password", Member.Password))).TextAsync();
        var stolen = await other.Client.PostAgainAsync(otherPage.Replace(otherPage.Split("name=\"Input.Ticket\"")[1].Split("value=\"")[1].Split('"')[0], ticket, StringComparison.Ordinal),
            $"{Member.SecondFactorPage}?handler=Confirm", ("Input.Code", "123456"));
        stolen.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await App.WithDatabaseAsync(db => db.Users.CountAsync(a => a.TwoFactorEnabled && (a.Id == member.Id || a.Id == other.Id), Cancellation))).ShouldBe(0);
    }

    [Fact]
    public async Task Turned_off_by_oneself_or_taken_off_by_a_coordinator_the_password_is_enough_again()
    {
        var (first, second) = (await JoinAsync("turns-off"), await JoinAsync("lost-phone"));
        await first.SetSecondFactorAsync();
        await second.SetSecondFactorAsync();

        (await first.Client.PostFormAsync($"{Member.SecondFactorPage}?handler=TurnOff", ("Input.Password", Member.Password))).Headers.Location!.ToString().ShouldBe("/accounts/me");
        await App.SendAsync(new TakeOffSecondFactor.Command(second.Id));

        foreach (var member in (Member[])[first, second])
            (await App.Browser(followsRedirects: false).PostFormAsync("/accounts/sign-in", ("Input.Email", member.Email), ("Input.Password", Member.Password))).Headers.Location!.ToString().ShouldBe("/");
        var audit = await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.SubjectId == second.Id && a.Noun == "Account").OrderBy(a => a.Id).LastAsync(Cancellation));
        audit.Changes.ShouldContain("\"TwoFactorEnabled\":[\"changed\"]");
        (await App.WithDatabaseAsync(db => db.MailMessages.AnyAsync(m => m.PersonId == second.Id && m.Subject.Contains("taken off"), Cancellation))).ShouldBeTrue();
        (await App.WithDatabaseAsync(db => db.RecoveryCodes.AnyAsync(c => c.AccountId == first.Id || c.AccountId == second.Id, Cancellation))).ShouldBeFalse();
    }

    [Fact]
    public async Task The_picture_to_scan_has_no_style_that_the_policy_forbids()
    {
        var member = await JoinAsync("picture");
        var page = await (await member.Client.PostFormAsync($"{Member.SecondFactorPage}?handler=Start", ("Input.Password", Member.Password))).TextAsync();

        var picture = page.Split("<svg class=\"qr\"")[1].Split("</svg>")[0];
        picture.ShouldNotContain("style");
        picture.ShouldContain("<path d=\"M");
    }

    private Task<Member> JoinAsync(string name) => Member.JoinAsync(App, $"{name}@example.org");

    private static async Task<HttpResponseMessage> TryAsync(Member member, string code) => await (await member.BeginAsync()).PostFormAsync("/accounts/second-factor", ("Input.Code", code));
}

public sealed class SecondFactorOnSqlite(SqliteApp app) : SecondFactorTests(app), IClassFixture<SqliteApp>;

public sealed class SecondFactorOnPostgres(PostgresApp app) : SecondFactorTests(app), IClassFixture<PostgresApp>;
