using System.Net;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Accounts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Accounts;

public abstract class PeopleTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Who_is_invited_gets_a_mail_whose_link_chooses_a_password_and_has_the_role_with_its_scope_and_days()
    {
        var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);
        var sent = await coordinator.PostFormAsync("/accounts/invite", ("Input.Name", "Ána Kovač"), ("Input.Email", "Ana.Kovac@example.org"), ("Input.Role", "Officer"),
            ("Input.Territory", "asker"), ("Input.Group", ""), ("Input.From", "2026-01-01"), ("Input.To", "2030-12-31"));
        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.TextAsync());

        var (person, mail) = await App.WithDatabaseAsync(async db =>
        {
            var found = await db.Persons.Include(p => p.Roles).SingleAsync(p => p.Email == "ana.kovac@example.org", Cancellation);
            return (found, await db.MailMessages.SingleAsync(m => m.PersonId == found.Id, Cancellation));
        });
        (person.Name, person.Roles.Single().Role, person.Roles.Single().From, person.Roles.Single().To).ShouldBe(("Ána Kovač", Role.Officer, new DateOnly(2026, 1, 1), new DateOnly(2030, 12, 31)));
        mail.Text.ShouldStartWith("Hello Ána Kovač,");
        var link = mail.Text.Split('\n').Single(line => line.Contains("/accounts/choose-password")).Trim();
        (await App.Browser(followsRedirects: false).PostFormAsync(new Uri(link).PathAndQuery, ("Input.Password", Member.Password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);

        var page = await coordinator.PageAsync($"/accounts/{person.Id}");
        page.ShouldContain("Support officer for Asker");
        page.ShouldContain("1 Jan 2026 to 31 Dec 2030");
        (await coordinator.PageAsync("/accounts?q=kovac")).ShouldContain($"/accounts/{person.Id}");
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_at_its_field_and_nothing_typed_is_lost()
    {
        var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);

        var answer = await coordinator.PostFormAsync("/accounts/invite", ("Input.Name", new string('x', 10_000)), ("Input.Email", "a@b@c"), ("Input.Role", "Desk"),
            ("Input.Territory", "asker"), ("Input.Group", "TWG-RM"), ("Input.From", "2026-02-01"), ("Input.To", "2026-01-01"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await answer.TextAsync();
        foreach (var (field, sentence) in ((string, string)[])
        [
            ("Name", "The name has 10000 characters. Use at most 200."), ("Email", "“a@b@c” is not an e-mail address. It should look like name@example.org."),
            ("Territory", "The role “Commission desk officer” is not limited to a territory. Leave “Every territory”."),
            ("Group", "The role “Commission desk officer” is not limited to a working group. Leave “Every group”."), ("To", "The last day (1 Jan 2026) lies before the first day (1 Feb 2026). It should be that day or later."),
        ])
        {
            page.ShouldContain($"<span class=\"err\" id=\"Input_{field}-e\">{sentence}</span>");
        }
        page.ShouldContain("value=\"a@b@c\"");
        page.ShouldContain("<option selected=\"selected\" value=\"asker\">");
        page.ShouldContain("value=\"2026-01-01\"");

        var unreadable = await coordinator.PostFormAsync("/accounts/invite", ("Input.Name", "A B"), ("Input.Email", "unreadable@example.org"), ("Input.Role", "Desk"), ("Input.To", "31.12.2026"));
        unreadable.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await unreadable.TextAsync()).ShouldContain("“31.12.2026” is not a day. Write it as year, month, day: 2026-11-22.");
        (await App.WithDatabaseAsync(db => db.Persons.AnyAsync(p => p.Email == "unreadable@example.org", Cancellation))).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Role.Territory, null, null, "Territory", "A territory contact answers for one territory. Choose it.")]
    [InlineData(Role.Officer, null, "TWG-RM", "Group", "The role “Support officer” is not limited to a working group. Leave “Every group”.")]
    [InlineData(Role.Lead, "asker", null, "Territory", "The role “Working-group lead” is not limited to a territory. Leave “Every territory”.")]
    [InlineData(null, null, null, "Role", "Choose the role.")]
    public async Task A_scope_fits_its_role(Role? role, string? territory, string? group, string field, string sentence)
    {
        var refused = await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new InvitePerson.Command("Some Body", "scope@example.org", role, territory, group, null, null)));

        refused.Errors.Select(e => (e.PropertyName, e.ErrorMessage)).ShouldBe([(field, sentence)]);
    }

    [Fact]
    public async Task A_person_who_is_known_gets_the_role_beside_the_others_and_no_second_account()
    {
        var member = await Member.JoinAsync(App, "known.person@example.org", Role.Desk, "Known Person");

        (await App.SendAsync(new InvitePerson.Command("Another Name", "KNOWN.person@example.org", Role.Lead, null, "TWG-RM", null, null))).ShouldBe(new AddPerson.Outcome(member.Id, null));

        var person = await App.SendAsync(new GetPerson.Query(member.Id));
        person.Name.ShouldBe("Known Person");
        person.Roles.Select(r => r.Role).ShouldBe([Role.Lead, Role.Desk]);
        person.Roles[0].ScopeKey.ShouldBe("TWG-RM");
    }

    [Fact]
    public async Task The_link_is_sent_again_until_a_password_is_chosen()
    {
        var added = await App.SendAsync(new AddPerson.Command("again@example.org", null, Role.Desk, null));
        await App.SendAsync(new SendLinkAgain.Command(added.PersonId));
        (await App.WithDatabaseAsync(db => db.MailMessages.CountAsync(m => m.PersonId == added.PersonId, Cancellation))).ShouldBe(2);

        var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);
        var form = Browsing.FormOf((await coordinator.PageAsync($"/accounts/{added.PersonId}")).Replace("class=\"bar\"", "class=\"form\"", StringComparison.Ordinal));
        for (var i = 0; i < 2; i++)
            (await coordinator.SendFormAsync($"/accounts/{added.PersonId}?handler=SendLink", form)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await App.WithDatabaseAsync(db => db.MailMessages.CountAsync(m => m.PersonId == added.PersonId, Cancellation))).ShouldBe(3, "pressed twice it mails once");

        var member = await Member.JoinAsync(App, "has-password@example.org");
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new SendLinkAgain.Command(member.Id)))).Message.ShouldContain("has a password");
    }

    [Fact]
    public async Task A_role_ended_yesterday_is_gone_at_once_and_a_stale_form_is_refused()
    {
        var member = await Member.JoinAsync(App, "ends@example.org", Role.Desk);
        (await member.Client.StatusAsync("/organisations")).ShouldBe(HttpStatusCode.OK);
        var role = (await App.SendAsync(new GetPerson.Query(member.Id))).Roles.Single();

        await App.SendAsync(new ChangeRoleDays.Command(member.Id, role.Id, null, Today.AddDays(-2), role.Version));

        (await member.Client.StatusAsync("/organisations")).ShouldBe(HttpStatusCode.Forbidden);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(new ChangeRoleDays.Command(member.Id, role.Id, null, null, role.Version)));
    }

    [Fact]
    public async Task The_list_sorts_by_each_column_and_never_and_none_come_last()
    {
        await App.SendAsync(new AddPerson.Command("zz-first@sorting.example", "Åsa Zorn", Role.Desk, null));
        await App.SendAsync(new AddPerson.Command("aa-last@sorting.example", "Zoltan Abel", Role.Officer, null));
        var member = await Member.JoinAsync(App, "mm-middle@sorting.example", Role.Lead, "Mia Mid");
        await member.SetSecondFactorAsync();
        var nobody = await Member.JoinAsync(App, "nn-none@sorting.example", Role.Lead, "Nils None");
        await App.WithDatabaseAsync(db => db.RoleAssignments.Where(r => r.PersonId == nobody.Id).ExecuteDeleteAsync(Cancellation));

        (await FirstsAsync(ListPersons.SortBy.Name)).ShouldBe(["Åsa", "Mia", "Nils", "Zoltan"]);
        (await FirstsAsync(ListPersons.SortBy.Name, descending: true)).ShouldBe(["Zoltan", "Nils", "Mia", "Åsa"]);
        (await FirstsAsync(ListPersons.SortBy.Email)).ShouldBe(["Zoltan", "Mia", "Nils", "Åsa"]);
        (await FirstsAsync(ListPersons.SortBy.Roles)).ShouldBe(["Åsa", "Zoltan", "Mia", "Nils"]);
        (await FirstsAsync(ListPersons.SortBy.Roles, descending: true))[3].ShouldBe("Nils");
        (await FirstsAsync(ListPersons.SortBy.LastSignIn)).Take(2).ShouldBe(["Mia", "Nils"]);
        (await FirstsAsync(ListPersons.SortBy.SecondFactor))[0].ShouldBe("Mia");

        var pages = await App.SendAsync(new ListPersons.Query("sorting.example", Page: 9, Size: 3));
        (pages.Total, pages.Page, pages.Rows.Count).ShouldBe((4, 2, 1));
    }

    [Fact]
    public async Task Who_hands_over_keeps_what_is_not_ticked_and_the_other_has_the_rest_from_today()
    {
        var from = await Member.JoinAsync(App, "leaving@example.org", Role.Officer, "Lea Leaving", "asker");
        await App.SendAsync(new GiveRole.Command(from.Id, Role.Lead, null, "TWG-RM", null, new DateOnly(2040, 1, 1)));
        await App.SendAsync(new GiveRole.Command(from.Id, Role.Desk, null, null, null, null));
        var to = await Member.JoinAsync(App, "taking@example.org", Role.Desk, "Tom Taking");
        var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);
        var duties = await App.SendAsync(new GetDuties.Query(from.Id));
        duties.Roles.Count.ShouldBe(3);
        (await coordinator.PageAsync($"/accounts/{from.Id}/hand-over")).ShouldContain("Support officer for Asker");

        var answer = await coordinator.PostFormAsync($"/accounts/{from.Id}/hand-over", ("Input.To", $"{to.Id}"), ("Input.Roles", $"{duties.Roles[0].Id}"), ("Input.Roles", $"{duties.Roles[1].Id}"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect, await answer.TextAsync());

        var today = Today;
        var given = (await App.SendAsync(new GetPerson.Query(to.Id))).Roles;
        given.Select(r => (r.Role, r.ScopeKey, r.To)).ShouldBe([(Role.Officer, "asker", null), (Role.Lead, "TWG-RM", new DateOnly(2040, 1, 1)), (Role.Desk, null, null)]);
        given[0].From!.Value.ShouldBeInRange(today.AddDays(-1), today.AddDays(1));
        (await App.SendAsync(new GetDuties.Query(from.Id))).Roles.Single().Role.ShouldBe(Role.Desk);
        (await Should.ThrowAsync<RuleViolationException>(() => App.SendAsync(new HandOver.Command(from.Id, to.Id, [])))).Message.ShouldContain("Nothing is chosen");
    }

    [Fact]
    public async Task Open_follow_ups_go_along_and_done_ones_stay_with_who_did_them()
    {
        var (from, to) = (await Member.JoinAsync(App, "owes@example.org"), await Member.JoinAsync(App, "will-owe@example.org"));
        var (open, done) = await App.WithDatabaseAsync(async db =>
        {
            var (asker, day) = (await db.Territories.SingleAsync(t => t.Slug == "asker", Cancellation), new DateOnly(2026, 1, 15));
            LoggedContact[] contacts = [.. Enumerable.Range(0, 2).Select(_ => new LoggedContact(asker.Id, from.Id, day, "Budget"))];
            foreach (var contact in contacts)
                contact.Owe("Send the template", from.Id, day.AddDays(10));
            contacts[1].Finish(DateTime.UtcNow);
            db.AddRange(contacts);
            await db.SaveChangesAsync(Cancellation);
            return (contacts[0].Id, contacts[1].Id);
        });
        (await App.SendAsync(new GetDuties.Query(from.Id))).Owned.ShouldBe(["1 open follow-up"]);

        await App.SendAsync(new HandOver.Command(from.Id, to.Id, []));

        var owners = await App.WithDatabaseAsync(db => db.Set<LoggedContact>().Where(c => c.Id == open || c.Id == done).ToDictionaryAsync(c => c.Id, c => c.FollowUpOwnerId, Cancellation));
        (owners[open], owners[done]).ShouldBe((to.Id, from.Id));
    }

    [Fact]
    public async Task Who_is_disabled_comes_back_with_the_same_roles_when_enabled()
    {
        var member = await Member.JoinAsync(App, "comes-back@example.org", Role.Desk);
        await App.SendAsync(new DisablePerson.Command(member.Email));
        (await member.Client.GetAsync("/", Cancellation)).Headers.Location!.ToString().ShouldContain("/accounts/sign-in");

        await App.SendAsync(new EnablePerson.Command(member.Email));

        (await App.Browser(followsRedirects: false).PostFormAsync("/accounts/sign-in", ("Input.Email", member.Email), ("Input.Password", Member.Password))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    private async Task<List<string>> FirstsAsync(ListPersons.SortBy sort, bool descending = false) =>
        [.. (await App.SendAsync(new ListPersons.Query("sorting.example", sort, descending))).Rows.Select(r => r.Name.Split(' ')[0])];
}

public sealed class PeopleOnSqlite(SqliteApp app) : PeopleTests(app), IClassFixture<SqliteApp>;

public sealed class PeopleOnPostgres(PostgresApp app) : PeopleTests(app), IClassFixture<PostgresApp>;
