using System.Net;
using System.Web;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Accounts;

public abstract class SigningInTests(CcriApp app) : BothDatabases(app)
{
    private const string Password = "three quiet rivers";

    [Fact]
    public async Task The_link_of_an_invitation_sets_a_password_signs_in_and_works_once()
    {
        var (client, link) = (Client(), (await AddAsync("once@example.org")).Link!);

        var first = await ChooseAsync(client, link, Password);
        first.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await client.GetAsync("/territories", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Client().PageAsync(new Uri(link).PathAndQuery)).ShouldContain("This link has been used, or is older than 24 hours.");
        var parts = HttpUtility.ParseQueryString(new Uri(link).Query);
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new ChoosePassword.Command(Guid.Parse(parts["person"]!), parts["token"]!, "another long password"), null))).Message.ShouldContain("has been used");
    }

    [Fact]
    public async Task A_short_password_is_refused_with_its_length_and_the_link_still_works()
    {
        var link = (await AddAsync("short@example.org")).Link!;

        var refused = await ChooseAsync(Client(), link, "elevenchars");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.TextAsync()).ShouldContain("The password has 11 characters. Use 12 or more");

        (await ChooseAsync(Client(), link, Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task After_signing_in_one_lands_on_the_page_one_asked_for_and_never_on_another_site()
    {
        await JoinAsync("lands@example.org");

        (await SignInAsync("lands@example.org", Password, "/accounts/sign-in?returnUrl=%2Forganisations%3Fq%3Dacr")).Headers.Location!.ToString().ShouldBe("/organisations?q=acr");
        (await SignInAsync("lands@example.org", Password, "/accounts/sign-in?returnUrl=https%3A%2F%2Fevil.example")).Headers.Location!.ToString().ShouldBe("/");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_are_refused_in_the_same_words()
    {
        await JoinAsync("known@example.org");

        var wrong = await SignInAsync("known@example.org", "not the password");
        var unknown = await SignInAsync("unknown@example.org", "not the password");

        (wrong.StatusCode, unknown.StatusCode).ShouldBe((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest));
        (await wrong.TextAsync()).ShouldContain(SignIn.Sentence);
        (await unknown.TextAsync()).ShouldContain(SignIn.Sentence);
    }

    [Fact]
    public async Task After_five_wrong_tries_the_right_password_is_refused_in_the_same_words()
    {
        await JoinAsync("locked@example.org");
        for (var i = 0; i < 5; i++)
            await SignInAsync("locked@example.org", $"wrong password {i}");

        var right = await SignInAsync("locked@example.org", Password);

        right.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await right.TextAsync()).ShouldContain(SignIn.Sentence);
    }

    [Fact]
    public async Task Somebody_disabled_is_out_at_once_and_cannot_come_back()
    {
        var client = await JoinAsync("leaves@example.org");
        (await client.GetAsync("/", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await App.SendAsSystemAsync(new DisablePerson.Command("leaves@example.org"));

        (await client.GetAsync("/", Cancellation)).Headers.Location!.ToString().ShouldContain("/accounts/sign-in");
        (await SignInAsync("leaves@example.org", Password)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_role_counts_only_between_its_days()
    {
        var client = await JoinAsync("expired@example.org", Role.Desk);
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Persons.Include(p => p.Roles).SingleAsync(p => p.Email == "expired@example.org", Cancellation)).Roles.Single().Last(null, new DateOnly(2026, 1, 31));
            return await db.SaveChangesAsync(Cancellation);
        });

        (await client.GetAsync("/territories", Cancellation)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Asking_for_a_new_password_says_the_same_for_every_address_and_mails_only_to_a_known_one_once()
    {
        var person = (await AddAsync("forgetful@example.org")).PersonId;
        await App.WithDatabaseAsync(db => db.MailMessages.Where(m => m.PersonId == person).ExecuteDeleteAsync(Cancellation)); // the invitation

        var known = await Client().PostFormAsync("/accounts/forgot-password", ("Input.Email", "Forgetful@Example.org "));
        var again = await Client().PostFormAsync("/accounts/forgot-password", ("Input.Email", "forgetful@example.org"));
        var unknown = await Client().PostFormAsync("/accounts/forgot-password", ("Input.Email", "stranger@example.org"));

        new[] { known, again, unknown }.ShouldAllBe(r => r.StatusCode == HttpStatusCode.Redirect && r.Headers.Location!.ToString() == "/accounts/sign-in");
        (await App.WithDatabaseAsync(db => db.MailMessages.CountAsync(m => m.PersonId == person, Cancellation))).ShouldBe(1);
    }

    [Fact]
    public async Task The_first_coordinators_link_is_given_until_a_coordinator_has_signed_in()
    {
        var first = await App.SendAsSystemAsync(new PrepareFirstCoordinator.Command("first@example.org"));
        var again = await App.SendAsSystemAsync(new PrepareFirstCoordinator.Command("first@example.org"));
        first.ShouldNotBeNull();
        again.ShouldNotBeNull();

        (await ChooseAsync(Client(), again.Address, Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await App.SendAsSystemAsync(new PrepareFirstCoordinator.Command("first@example.org"))).ShouldBeNull();
        (await App.WithDatabaseAsync(db => db.Persons.CountAsync(p => p.Email == "first@example.org", Cancellation))).ShouldBe(1);
    }

    [Fact]
    public async Task A_scope_that_does_not_exist_or_does_not_fit_is_refused_in_a_sentence_and_adds_nobody()
    {
        (await Should.ThrowAsync<Ccri.Web.Errors.NotFoundException>(() => App.SendAsSystemAsync(new AddPerson.Command("scope@example.org", null, Role.Officer, "atlantis")))).Message.ShouldContain("atlantis");
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsSystemAsync(new AddPerson.Command("scope@example.org", null, Role.Territory, null)))).Message.ShouldContain("needs the territory");
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsSystemAsync(new AddPerson.Command("scope@example.org", null, Role.Desk, "asker")))).Message.ShouldContain("Only officers and territory contacts");

        (await App.WithDatabaseAsync(db => db.Persons.AnyAsync(p => p.Email == "scope@example.org", Cancellation))).ShouldBeFalse();
    }

    private HttpClient Client() => App.Browser(followsRedirects: false);

    private Task<AddPerson.Outcome> AddAsync(string email, Role role = Role.Officer) => App.SendAsSystemAsync(new AddPerson.Command(email, null, role, null));

    /// <summary>Adds a person who has chosen a password; signed in.</summary>
    private async Task<HttpClient> JoinAsync(string email, Role role = Role.Officer)
    {
        var client = Client();
        (await ChooseAsync(client, (await AddAsync(email, role)).Link!, Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return client;
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient client, string link, string password) => client.PostFormAsync(new Uri(link).PathAndQuery, ("Input.Password", password));

    private Task<HttpResponseMessage> SignInAsync(string email, string password, string path = "/accounts/sign-in") =>
        Client().PostFormAsync(path, ("Input.Email", email), ("Input.Password", password));
}

public sealed class SigningInOnSqlite(SqliteApp app) : SigningInTests(app), IClassFixture<SqliteApp>;

public sealed class SigningInOnPostgres(PostgresApp app) : SigningInTests(app), IClassFixture<PostgresApp>;
