using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Features.Organisations;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Organisations;

public abstract class ContactsTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_contact_is_kept_with_the_basis_that_allows_it()
    {
        var organisation = await App.NewOrganisationAsync();
        await App.SendAsync(Anna(organisation) with
        {
            Territory = "tampere-region", Function = "Head of circular economy", Phone = "+358 40 123 4567", Language = "fi", ConsentBasis = ConsentBasis.Consent, ConsentOn = new(2026, 11, 2), ConsentNote = "By mail",
        }, Role.Officer);

        var row = (await App.SendAsync(new ListContacts.Query(organisation), Role.Lead)).Single();
        (row.Name, row.Function, row.Email, row.Phone, row.Language, row.Slug).ShouldBe(("Anna Virtanen", "Head of circular economy", "anna@example.org", "+358 40 123 4567", "fi", "tampere-region"));
        (row.ConsentBasis, row.ConsentOn).ShouldBe((ConsentBasis.Consent, new DateOnly(2026, 11, 2)));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field()
    {
        var anna = Anna(await App.NewOrganisationAsync());

        (await App.RefusedAsync(new AddContact.Command())).Keys.ShouldBe(["Name", "ConsentBasis", "Organisation"], ignoreOrder: true);
        (await App.RefusedAsync(anna with { Name = new string('x', 10_000) }))["Name"].ShouldBe("The name has 10,000 characters. Please use at most 200.");
        (await App.RefusedAsync(anna with { Name = "Anna\nVirtanen" }))["Name"].ShouldContain("one line");
        (await App.RefusedAsync(anna with { Email = "anna" }))["Email"].ShouldBe("“anna” is not an e-mail address. It should look like name@example.org.");
        (await App.RefusedAsync(anna with { Email = "anna@example.org\r\nBcc: all@example.org" }))["Email"].ShouldContain("line break");
        (await App.RefusedAsync(anna with { Phone = "call me" }))["Phone"].ShouldContain("+32 2 123 45 67");
        (await App.RefusedAsync(anna with { Language = "tlh" }))["Language"].ShouldContain("Choose one");
        (await App.RefusedAsync(anna with { ConsentBasis = ConsentBasis.Consent }))["ConsentOn"].ShouldBe("Enter the day on which the consent was given.");
        (await App.RefusedAsync(anna with { ConsentBasis = ConsentBasis.Consent, ConsentOn = new(2099, 1, 1) }))["ConsentOn"].ShouldContain("lies ahead");
        (await App.RefusedAsync(anna with { ConsentBasis = (ConsentBasis)17 })).Keys.ShouldBe(["ConsentBasis"]);
        (await App.RefusedAsync(anna with { Notes = new string('x', 2001) }))["Notes"].ShouldContain("2,001");
        (await App.RefusedAsync(anna with { Organisation = Guid.CreateVersion7() }))["Organisation"].ShouldContain("no such organisation");
    }

    [Fact]
    public async Task Two_officers_change_two_contacts_at_once_and_both_succeed_and_the_same_contact_only_once()
    {
        var organisation = await App.NewOrganisationAsync();
        var (anna, otto) = (await FormAsync(await App.SendAsync(Anna(organisation))), await FormAsync(await App.SendAsync(Anna(organisation) with { Name = "Otto", Email = "otto@example.org" })));
        await using var first = App.ScopeAs(Role.Officer);
        await using var second = App.ScopeAs(Role.Officer);

        await Task.WhenAll(SendAsync(first, anna with { Phone = "+358 9 111 1111" }), SendAsync(second, otto with { Phone = "+358 9 222 2222" }));

        (await App.SendAsync(new ListContacts.Query(organisation))).Select(c => c.Phone).ShouldBe(["+358 9 111 1111", "+358 9 222 2222"]);
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => App.SendAsync(anna with { Phone = "+358 9 333 3333" }));
    }

    [Fact]
    public async Task The_audit_says_that_a_contact_changed_and_never_who_it_is()
    {
        var id = await App.SendAsync(Anna(await App.NewOrganisationAsync()) with { Name = "Aino Salminen", Email = "aino.salminen@example.org", Phone = "+358 9 444 4444", Function = "Mayoress", Notes = "Likes trains", ConsentNote = "On paper" });
        await App.SendAsync(await FormAsync(id) with { Email = "a.salminen@example.org" });
        await App.SendAsync(new RemoveContact.Command { Id = id, Version = (await FormAsync(id)).Version });

        var rows = await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.SubjectId == id).OrderBy(a => a.Id).ToListAsync(Cancellation));
        rows.Select(r => r.Action).ShouldBe([AuditAction.Added, AuditAction.Changed, AuditAction.Removed]);
        rows[1].Changes.ShouldBe("""{"Email":["changed"]}""");
        foreach (var personal in (string[])["salminen", "444 4444", "mayoress", "trains", "paper"])
            rows.ShouldAllBe(r => !r.Changes.Contains(personal, StringComparison.OrdinalIgnoreCase));
        (await App.WithDatabaseAsync(db => db.Contacts.AnyAsync(c => c.Id == id, Cancellation))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_contact_that_ended_stays_with_its_last_day_after_those_who_are_there()
    {
        var organisation = await App.NewOrganisationAsync();
        var anna = await FormAsync(await App.SendAsync(Anna(organisation)));
        await App.SendAsync(Anna(organisation) with { Name = "Zoe" });

        await App.SendAsync(new EndContact.Command { Id = anna.Id, Version = anna.Version, Day = new(2026, 1, 31) });

        (await App.SendAsync(new ListContacts.Query(organisation))).Select(c => (c.Name, c.IsOver, c.To)).ShouldBe([("Zoe", false, null), ("Anna Virtanen", true, new DateOnly(2026, 1, 31))]);
    }

    [Fact]
    public async Task A_territory_contact_works_with_the_contacts_of_the_own_territory_and_no_other()
    {
        var (own, organisation) = (await App.TerritoryIdAsync("capannori"), await App.NewOrganisationAsync());
        var mine = new AddContact.Command { Territory = "capannori", Name = "Luca", ConsentBasis = ConsentBasis.PublicTask };
        var id = await App.SendAsync(mine, Role.Territory, own);
        var ofOther = await App.SendAsync(Anna(organisation) with { Territory = "uppsala" });
        var ofNone = await App.SendAsync(Anna(organisation));

        await App.SendAsync(await FormAsync(id) with { Phone = "+39 0583 4281" }, Role.Territory, own);
        (await App.SendAsync(new GetContactForm.Query(id), Role.Territory, own)).ShouldSatisfyAllConditions(
            answer => answer.Form.Phone.ShouldBe("+39 0583 4281"), answer => answer.Back.ShouldBe("/territories/capannori"), answer => answer.Organisations.ShouldBeEmpty());
        IBaseRequest[] foreign = [mine with { Territory = "uppsala" }, Anna(organisation), await FormAsync(ofOther), await FormAsync(ofNone), await FormAsync(id) with { Territory = "uppsala" }];
        foreach (var message in foreign)
            await Should.ThrowAsync<NotAllowedException>(() => SendAsAsync(message, own));
        foreach (var other in (Guid[])[ofOther, ofNone])
            await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new GetContactForm.Query(other), Role.Territory, own));
    }

    [Fact]
    public async Task A_territory_contact_leaves_the_organisation_as_it_is()
    {
        var (own, organisation) = (await App.TerritoryIdAsync("lucca"), await App.NewOrganisationAsync());
        var id = await App.SendAsync(Anna(organisation) with { Territory = "lucca" });

        await App.SendAsync(await FormAsync(id) with { Organisation = null, Notes = "Mine" }, Role.Territory, own);
        (await FormAsync(id)).Organisation.ShouldBe(organisation);
    }

    private static AddContact.Command Anna(Guid organisation) => new() { Organisation = organisation, Name = "Anna Virtanen", Email = "Anna@example.org", ConsentBasis = ConsentBasis.PublicTask };

    private async Task<EditContact.Command> FormAsync(Guid id) => (await App.SendAsync(new GetContactForm.Query(id))).Form;

    private Task SendAsAsync(IBaseRequest message, Guid own) => message is AddContact.Command add ? App.SendAsync(add, Role.Territory, own) : App.SendAsync((EditContact.Command)message, Role.Territory, own);

    private static Task SendAsync(AsyncServiceScope scope, EditContact.Command command) => scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, Cancellation);
}

public sealed class ContactsOnSqlite(SqliteApp app) : ContactsTests(app), IClassFixture<SqliteApp>;

public sealed class ContactsOnPostgres(PostgresApp app) : ContactsTests(app), IClassFixture<PostgresApp>;
