using System.Net;
using System.Text.RegularExpressions;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Forms;
using Ccri.Web.Tests.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Forms;

public abstract class DraftTests(CcriApp app) : BothDatabases(app)
{
    private const string Address = "/territories/asker/edit";

    [Fact]
    public async Task What_was_typed_is_offered_after_a_crash_filled_in_on_demand_and_gone_once_it_is_saved()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var form = await officer.OpenFormAsync(Address);
        var kept = await officer.SendFormAsync("/accounts/drafts", form, ("Input.Notes", "Half a thought about Δυτική Μακεδονία"));
        (await kept.TextAsync()).ShouldStartWith("Draft kept ");

        (await officer.PageAsync(Address)).ShouldContain("you typed something here that was not saved");
        var filled = Browsing.FormOf(WebUtility.HtmlDecode(await officer.PageAsync($"{Address}?draft=1")));
        filled["Input.Notes"].ShouldBe("Half a thought about Δυτική Μακεδονία");
        filled["Input.Name"].ShouldBe("Asker");

        (await officer.SendFormAsync($"{Address}?draft=1", filled)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await officer.PageAsync(Address)).ShouldNotContain("you typed something here");
    }

    [Fact]
    public async Task A_draft_can_be_thrown_away_and_is_seen_by_nobody_else()
    {
        var (anna, boris) = (await App.SignedInAsync(Role.Officer, followsRedirects: false), await App.SignedInAsync(Role.Officer));
        var form = await anna.OpenFormAsync("/territories/flanders/edit");
        await anna.SendFormAsync("/accounts/drafts", form, ("Input.Notes", "Anna's own"));

        (await boris.PageAsync("/territories/flanders/edit?draft=1")).ShouldNotContain("Anna's own");
        var dropped = await anna.SendFormAsync("/accounts/drafts?handler=Drop", form);
        dropped.Headers.Location!.ToString().ShouldBe("/territories/flanders/edit");
        (await anna.PageAsync("/territories/flanders/edit")).ShouldNotContain("you typed something here");
    }

    [Fact]
    public async Task A_late_draft_of_a_form_that_is_saved_already_is_none()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var form = await officer.OpenFormAsync("/territories/gothenburg/edit");
        (await officer.SendFormAsync("/territories/gothenburg/edit", form, ("Input.Notes", "Saved"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        (await (await officer.SendFormAsync("/accounts/drafts", form, ("Input.Notes", "Too late"))).TextAsync()).ShouldBeEmpty();
        (await officer.PageAsync("/territories/gothenburg/edit")).ShouldNotContain("you typed something here");
    }

    [Fact]
    public async Task A_form_sent_after_the_sign_in_has_ended_is_there_again_after_signing_in()
    {
        var email = $"{Guid.NewGuid():N}@example.org";
        var link = (await App.SendAsSystemAsync(new AddPerson.Command(email, "Somebody slow", Role.Officer, null))).Link!;
        var before = App.Browser(followsRedirects: false);
        await before.PostFormAsync(new Uri(link).PathAndQuery, ("Input.Password", Browsing.Password));
        var form = await before.OpenFormAsync("/territories/tampere-region/edit");

        var later = App.Browser(followsRedirects: false); // without the cookie
        var answer = await later.SendFormAsync("/territories/tampere-region/edit", form, ("Input.Notes", "A long afternoon's work"), ("Input.Password", "never to be kept"));
        answer.StatusCode.ShouldBe(HttpStatusCode.TemporaryRedirect);
        answer.Headers.Location!.ToString().ShouldStartWith("/accounts/hold?");
        var hold = await (await later.SendFormAsync(answer.Headers.Location.ToString(), form, ("Input.Notes", "A long afternoon's work"), ("Input.Password", "never to be kept"))).TextAsync();
        hold.ShouldContain("What you typed is kept");
        hold.ShouldNotContain("never to be kept");

        var wrong = await later.SendFormAsync("/accounts/sign-in", Browsing.FormOf(hold), ("Input.Email", email), ("Input.Password", "a wrong password"));
        var again = Browsing.FormOf(await wrong.TextAsync());
        var signedIn = await later.SendFormAsync("/accounts/sign-in", again, ("Input.Email", email), ("Input.Password", Browsing.Password));

        signedIn.Headers.Location!.ToString().ShouldBe("/territories/tampere-region/edit?draft=1");
        var filled = Browsing.FormOf(await later.PageAsync("/territories/tampere-region/edit?draft=1"));
        filled["Input.Notes"].ShouldBe("A long afternoon's work");
        (await later.SendFormAsync("/territories/tampere-region/edit?draft=1", filled)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "tampere-region").Select(t => t.Notes).SingleAsync(Cancellation))).ShouldBe("A long afternoon's work");
    }

    [Fact]
    public async Task With_a_second_factor_the_form_is_kept_after_both_steps_and_not_after_the_password_alone()
    {
        const string address = "/territories/lucca/edit";
        var member = await Member.JoinAsync(App, $"{Guid.NewGuid():N}@example.org");
        await member.SetSecondFactorAsync();
        var form = await member.Client.OpenFormAsync(address);
        var later = App.Browser(followsRedirects: false); // without the cookie
        var hold = await (await later.SendFormAsync($"/accounts/hold?returnUrl={Uri.EscapeDataString(address)}", form, ("Input.Notes", "Held over two steps"))).TextAsync();

        var first = await (await later.SendFormAsync("/accounts/sign-in", Browsing.FormOf(hold), ("Input.Email", member.Email), ("Input.Password", Member.Password))).TextAsync();
        first.ShouldContain("<h1>Second factor</h1>");
        var wrong = await later.SendFormAsync("/accounts/second-factor", Browsing.FormOf(first), ("Input.Code", "abcd-efgh-ijkl"));
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await App.WithDatabaseAsync(db => db.Drafts.AnyAsync(d => d.PersonId == member.Id, Cancellation))).ShouldBeFalse("the password alone must not reach what the person typed");

        var done = await later.SendFormAsync("/accounts/second-factor", Browsing.FormOf(await wrong.TextAsync()), ("Input.Code", member.Code()));
        done.Headers.Location!.ToString().ShouldBe($"{address}?draft=1");
        Browsing.FormOf(await later.PageAsync($"{address}?draft=1"))["Input.Notes"].ShouldBe("Held over two steps");
    }

    [Fact]
    public async Task Back_from_the_second_step_the_form_is_still_held()
    {
        var member = await Member.JoinAsync(App, $"{Guid.NewGuid():N}@example.org");
        await member.SetSecondFactorAsync();
        var later = App.Browser(followsRedirects: false);
        var hold = await (await later.SendFormAsync("/accounts/hold?returnUrl=%2Fterritories%2Flucca%2Fedit", new() { ["Input.Notes"] = "Held" })).TextAsync();
        var second = await (await later.SendFormAsync("/accounts/sign-in", Browsing.FormOf(hold), ("Input.Email", member.Email), ("Input.Password", Member.Password))).TextAsync();

        var back = await (await later.SendFormAsync("/accounts/sign-in?handler=Again", Browsing.FormOf(second))).TextAsync();

        back.ShouldContain("<h1>Sign in</h1>");
        Browsing.FormOf(back)["Held"].ShouldBe(Browsing.FormOf(hold)["Held"]);
    }

    [Fact]
    public async Task Ticks_of_the_same_name_come_back_as_they_were_also_when_none_was_set()
    {
        var from = await Member.JoinAsync(App, $"{Guid.NewGuid():N}@example.org", Role.Officer, "Many Roles");
        await App.SendAsync(new GiveRole.Command(from.Id, Role.Lead, null, "TWG-RM", null, null));
        await App.SendAsync(new GiveRole.Command(from.Id, Role.Desk, null, null, null, null));
        var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);
        var (address, roles) = ($"/accounts/{from.Id}/hand-over", (await App.SendAsync(new GetDuties.Query(from.Id))).Roles.Select(r => $"{r.Id}").ToList());
        var page = await coordinator.PageAsync(address);
        Ticked(page).ShouldBe(roles);

        await coordinator.PostAgainAsync(page, "/accounts/drafts", ("Input.Roles", roles[0]), ("Input.Roles", roles[2]), ("Input.To", ""));
        Ticked(await coordinator.PageAsync($"{address}?draft=1")).ShouldBe([roles[0], roles[2]]);

        await coordinator.PostAgainAsync(page, "/accounts/drafts", ("Input.To", ""));
        Ticked(await coordinator.PageAsync($"{address}?draft=1")).ShouldBeEmpty();

        static List<string> Ticked(string page) => [.. Regex.Matches(page, "<input type=\"checkbox\"[^>]*value=\"([^\"]*)\" checked").Select(m => m.Groups[1].Value)];
    }

    [Fact]
    public async Task Of_more_than_fifty_drafts_of_one_person_the_oldest_goes()
    {
        var member = await Member.JoinAsync(App, $"{Guid.NewGuid():N}@example.org");
        var form = await member.Client.OpenFormAsync(Address);
        for (var i = 0; i <= Drafts.Most; i++)
            await member.Client.SendFormAsync("/accounts/drafts", form, ("__form", $"/territories/asker/edit?number={i:00}"));

        var kept = await App.WithDatabaseAsync(db => db.Drafts.Where(d => d.PersonId == member.Id).Select(d => d.Form).ToListAsync(Cancellation));
        kept.Count.ShouldBe(Drafts.Most);
        kept.ShouldNotContain("/territories/asker/edit?number=00");
    }

    [Fact]
    public async Task Another_site_cannot_put_words_into_a_form_by_way_of_the_sign_in()
    {
        var client = App.Browser(followsRedirects: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/accounts/hold?returnUrl=%2Fterritories%2Fasker%2Fedit")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Notes"] = "Put in by a stranger" }),
        };
        request.Headers.Add("Origin", "https://evil.example");

        var answer = await client.SendAsync(request, Cancellation);

        answer.Headers.Location!.ToString().ShouldBe("/accounts/sign-in");
    }
}

public sealed class DraftsOnSqlite(SqliteApp app) : DraftTests(app), IClassFixture<SqliteApp>;

public sealed class DraftsOnPostgres(PostgresApp app) : DraftTests(app), IClassFixture<PostgresApp>;
