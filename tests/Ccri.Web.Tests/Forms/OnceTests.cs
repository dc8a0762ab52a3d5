using System.Net;
using Ccri.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Forms;

public abstract class OnceTests(CcriApp app) : BothDatabases(app)
{
    private const string Address = "/territories/flanders/log";

    [Fact]
    public async Task The_same_form_sent_again_saves_nothing_and_leads_to_the_same_place()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var form = await officer.OpenFormAsync(Address);

        var first = await officer.SendFormAsync(Address, form, ("Input.Text", "Sent again"));
        var second = await officer.SendFormAsync(Address, form, ("Input.Text", "Sent again"));

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.Redirect, HttpStatusCode.Redirect));
        second.Headers.Location!.ToString().ShouldBe(first.Headers.Location!.ToString());
        (await officer.PageAsync("/territories/flanders")).ShouldContain("It was sent twice and saved once.");
        (await CountAsync("Sent again")).ShouldBe(1);
    }

    [Fact]
    public async Task Two_that_arrive_at_the_same_moment_make_one_row()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        for (var round = 0; round < 5; round++)
        {
            var (form, text) = (await officer.OpenFormAsync(Address), $"At the same moment {round}");
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => officer.SendFormAsync(Address, form, ("Input.Text", text))));

            answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect);
            (await CountAsync(text)).ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_change_that_arrives_twice_at_the_same_moment_is_no_conflict_with_itself()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        for (var round = 0; round < 5; round++)
        {
            var form = await officer.OpenFormAsync("/territories/munich/edit");
            var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => officer.SendFormAsync("/territories/munich/edit", form, ("Input.Notes", $"Round {round}"))));

            answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Redirect);
        }
    }

    [Fact]
    public async Task A_refusal_that_saved_something_all_the_same_does_not_use_the_form_up()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var form = await officer.OpenFormAsync("/accounts/me/address");

        (await officer.SendFormAsync("/accounts/me/address", form, ("Input.Email", "new.address@example.org"), ("Input.Password", "a wrong password"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var again = await officer.SendFormAsync("/accounts/me/address", form, ("Input.Email", "new.address@example.org"), ("Input.Password", Browsing.Password));

        again.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        again.Headers.Location!.ToString().ShouldBe("/accounts/me");
    }

    [Fact]
    public async Task A_form_that_was_refused_can_be_sent_again()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var form = await officer.OpenFormAsync(Address);

        (await officer.SendFormAsync(Address, form, ("Input.Text", ""))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.SendFormAsync(Address, form, ("Input.Text", "Refused at first"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await CountAsync("Refused at first")).ShouldBe(1);
    }

    private Task<int> CountAsync(string text) => App.WithDatabaseAsync(db => db.LoggedContacts.CountAsync(c => c.Text == text, Cancellation));
}

public sealed class OnceOnSqlite(SqliteApp app) : OnceTests(app), IClassFixture<SqliteApp>;

public sealed class OnceOnPostgres(PostgresApp app) : OnceTests(app), IClassFixture<PostgresApp>;
