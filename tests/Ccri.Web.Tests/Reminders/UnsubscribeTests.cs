using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Reminders;
using Ccri.Web.Features.Reminders;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Reminders;

public abstract class UnsubscribeTests(CcriApp app) : BothDatabases(app)
{
    private UnsubscribeAddress Addresses => App.Services.GetRequiredService<UnsubscribeAddress>();

    [Fact]
    public async Task Opening_the_address_shows_the_rule_and_changes_nothing()
    {
        var stage = await DigestStage.SetAsync(App, ["A thing"]);
        using var nobody = App.Browser();

        var page = await nobody.MainAsync(Path(Addresses.ForRule(stage.PersonId, stage.RuleId)));

        page.ShouldContain("By hand");
        page.ShouldContain("No more of these");
        (await EndedAsync(stage)).ShouldBe(0);
    }

    [Fact]
    public async Task A_mail_program_ends_all_rules_of_a_mail_by_one_post_without_cookie_or_antiforgery_and_may_do_so_twice()
    {
        var stage = await DigestStage.SetAsync(App, ["A thing"]);
        var address = Path((await stage.SendAsync(App)).Unsubscribe!);
        using var program = App.Browser(followsRedirects: false);

        (await PostAsync(program, address, ("List-Unsubscribe", "One-Click"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(program, address, ("List-Unsubscribe", "One-Click"))).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await EndedAsync(stage)).ShouldBe(1);
        (await App.WithDatabaseAsync(db => db.AuditRows.AnyAsync(a => a.Noun == nameof(Unsubscription) && a.PersonId == stage.PersonId, Cancellation))).ShouldBeTrue("The address says who it was.");
    }

    [Fact]
    public async Task On_the_page_it_is_ended_and_taken_back()
    {
        var stage = await DigestStage.SetAsync(App, ["A thing"]);
        var address = Path(Addresses.ForRule(stage.PersonId, stage.RuleId));
        using var browser = App.Browser();

        (await (await PostAsync(browser, address, ("rule", stage.RuleId.ToString()))).TextAsync()).ShouldContain("You get no more of these mails");
        (await EndedAsync(stage)).ShouldBe(1);
        (await (await PostAsync(browser, address, ("rule", stage.RuleId.ToString()), ("takeBack", "true"))).TextAsync()).ShouldContain("You get these mails again");
        (await EndedAsync(stage)).ShouldBe(0);
    }

    [Fact]
    public async Task The_next_reminder_of_an_ended_rule_is_not_mailed()
    {
        var stage = await DigestStage.SetAsync(App, ["A thing"], due: DateTime.UtcNow.AddDays(1));
        using var program = App.Browser(followsRedirects: false);
        await PostAsync(program, Path(Addresses.ForRule(stage.PersonId, stage.RuleId)), ("List-Unsubscribe", "One-Click"));
        await App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.Id == stage.MailId).ExecuteUpdateAsync(set => set.SetProperty(m => m.DueAt, DateTime.UnixEpoch), Cancellation));

        (await stage.SendAsync(App)).DroppedAt.ShouldNotBeNull();

        (await App.WithDatabaseAsync(db => db.Reminders.Where(r => r.MailId == stage.MailId).Select(r => r.Because).SingleAsync(Cancellation))).ShouldBe(ReminderReason.Unsubscribed);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Q2ZESjg")]
    public async Task An_address_that_was_cut_says_so_and_ends_nothing(string token)
    {
        using var browser = App.Browser(followsRedirects: false);

        (await browser.MainAsync($"/reminders/unsubscribe/{token}")).ShouldContain("This address ends no mails");
        var answer = await PostAsync(browser, $"/reminders/unsubscribe/{token}", ("List-Unsubscribe", "One-Click"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await answer.TextAsync()).ShouldContain("This address ends no mails");
    }

    [Fact]
    public async Task Signed_in_one_ends_and_takes_back_the_own_mails_only()
    {
        var stage = await DigestStage.SetAsync(App, ["A thing"]);
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(stage.PersonId, "Test", [new ScopedRole(Role.Officer, null, null)]);
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();

        await mediator.Send(new Unsubscribe.Command(stage.RuleId), Cancellation);
        await mediator.Send(new Unsubscribe.Command(stage.RuleId), Cancellation);
        (await EndedAsync(stage)).ShouldBe(1);
        await mediator.Send(new Subscribe.Command(stage.RuleId), Cancellation);
        (await EndedAsync(stage)).ShouldBe(0);
    }

    private static string Path(string address) => new Uri(address).PathAndQuery;

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await client.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
    }

    private Task<int> EndedAsync(DigestStage stage) => App.WithDatabaseAsync(db => db.Unsubscriptions.CountAsync(u => u.PersonId == stage.PersonId && u.RuleId == stage.RuleId, Cancellation));
}

public sealed class UnsubscribeOnSqlite(SqliteApp app) : UnsubscribeTests(app), IClassFixture<SqliteApp>;

public sealed class UnsubscribeOnPostgres(PostgresApp app) : UnsubscribeTests(app), IClassFixture<PostgresApp>;
