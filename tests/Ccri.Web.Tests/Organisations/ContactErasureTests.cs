using System.Net;
using System.Text;
using Ccri.Domain;
using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Accounts;
using Ccri.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Organisations;

public abstract class ContactErasureTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Who_is_erased_is_neither_among_the_contacts_nor_in_notes_the_log_or_the_audit()
    {
        var (contact, log) = await KnownAsync("Signe Kvitfjell", "signe@kvitfjell.example");
        var elsewhere = await ContactAsync("S. Kvitfjell", "signe@kvitfjell.example");
        var other = await ContactAsync("Signe Kvitfjellberg", "other@kvitfjell.example");

        (await App.RefusedAsync(contact with { Confirmation = "Signe" }))["Confirmation"].ShouldBe("Type the name of the contact, Signe Kvitfjell, to confirm. This cannot be undone.");
        var pseudonym = await App.SendAsync(contact with { Confirmation = " signe kvitfjell " });

        pseudonym.ShouldMatch("^Former contact [0-9a-f]{4}$");
        await App.WithDatabaseAsync(async db =>
        {
            (await db.Contacts.Where(c => c.Id == contact.Id || c.Id == elsewhere || c.Id == other).Select(c => c.Id).ToListAsync(Cancellation)).ShouldBe([other]);
            var logged = await db.LoggedContacts.SingleAsync(c => c.Id == log, Cancellation);
            (logged.Text, logged.With).ShouldBe(("Wants a call", pseudonym));
            var asker = await db.Territories.SingleAsync(t => t.Slug == "asker", Cancellation);
            asker.Notes!.ShouldStartWith($"Ask {pseudonym} <former-");
            var audit = await db.AuditRows.Where(a => a.SubjectId == asker.Id || a.SubjectId == log || a.SubjectId == contact.Id).Select(a => a.Changes).ToListAsync(Cancellation);
            audit.ShouldAllBe(changes => !changes.Contains("Kvitfjell", StringComparison.OrdinalIgnoreCase));
            audit.ShouldContain(AuditRow.Silence);
            return true;
        });
    }

    [Fact]
    public async Task The_export_holds_what_is_kept_and_where_the_register_names_the_contact()
    {
        var (contact, log) = await KnownAsync("Ålov Ytterdal", "alov@ytterdal.example");

        var export = Encoding.UTF8.GetString(await App.SendAsync(new ExportContact.Query(contact.Id)));

        foreach (var held in (string[])["Ålov Ytterdal", "alov@ytterdal.example", "PublicTask", $"{log}", "Ask Ålov Ytterdal", "\"Added\""])
            export.ShouldContain(held);
    }

    [Fact]
    public async Task Without_an_address_the_name_alone_is_replaced()
    {
        var id = await ContactAsync("Nils Utenpost", null);
        await RemarkAsync("uppsala", "Nils Utenpost and others");

        var pseudonym = await App.SendAsync(new EraseContact.Command { Id = id, Version = await VersionAsync(id), Confirmation = "Nils Utenpost" });

        (await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "uppsala").Select(t => t.Notes).SingleAsync(Cancellation))).ShouldBe($"{pseudonym} and others");
    }

    [Fact]
    public async Task A_name_that_somebody_who_signs_in_has_too_is_left_to_the_erasing_of_that_person()
    {
        await App.SendAsync(new AddPerson.Command("twice@example.org", "Øyvind Twice", Role.Officer, null));
        var id = await ContactAsync("ØYVIND Twice", null);

        (await Should.ThrowAsync<RuleViolationException>(async () => await App.SendAsync(new EraseContact.Command { Id = id, Version = await VersionAsync(id), Confirmation = "Øyvind Twice" })))
            .Message.ShouldContain("erase them there");
    }

    [Fact]
    public async Task A_coordinator_finds_the_way_from_the_contact_and_an_officer_does_not_see_it()
    {
        var id = await ContactAsync("Page Person", "page.person@example.org");
        var (edit, erase) = ($"/organisations/contacts/{id}/edit", $"/organisations/contacts/{id}/erase");
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        (await officer.PageAsync(edit)).ShouldNotContain(erase);
        (await officer.StatusAsync(erase)).ShouldBe(HttpStatusCode.Forbidden);
        (await officer.StatusAsync($"{erase}?handler=Export")).ShouldBe(HttpStatusCode.Forbidden);

        var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);
        (await coordinator.PageAsync(edit)).ShouldContain(erase);
        (await coordinator.PageAsync($"{erase}?handler=Export")).ShouldContain("page.person@example.org");
        (await (await coordinator.PostFormAsync(erase, ("Input.Confirmation", "Somebody"))).TextAsync()).ShouldContain("Type the name of the contact, Page Person, to confirm.");
        (await coordinator.PostFormAsync(erase, ("Input.Confirmation", "Page Person"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await coordinator.StatusAsync(edit)).ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Somebody of whom the contact log and a territory's notes speak.</summary>
    private async Task<(EraseContact.Command Contact, Guid Log)> KnownAsync(string name, string email)
    {
        var id = await ContactAsync(name, email);
        await RemarkAsync("asker", $"Ask {name} <{email}>");
        var log = await App.WithDatabaseAsync(async db =>
        {
            var (asker, person) = (await db.Territories.SingleAsync(t => t.Slug == "asker", Cancellation), await PersonAsync(db));
            var logged = new LoggedContact(asker.Id, person, new(2026, 1, 15), "Wants a call");
            logged.Tell(ContactKind.Call, new(2026, 1, 15), "Wants a call", name, new(2026, 1, 15));
            db.Add(logged);
            await db.SaveChangesAsync(Cancellation);
            return logged.Id;
        });
        return (new EraseContact.Command { Id = id, Version = await VersionAsync(id) }, log);
    }

    private static async Task<Guid> PersonAsync(CcriDbContext db)
    {
        var person = new Person("Somebody Writing", $"{Guid.NewGuid():N}@example.org", DateTime.UtcNow);
        db.Add(person);
        await db.SaveChangesAsync(Cancellation);
        return person.Id;
    }

    private Task<int> RemarkAsync(string slug, string text) => App.WithDatabaseAsync(async db =>
    {
        (await db.Territories.SingleAsync(t => t.Slug == slug, Cancellation)).Remark(text);
        return await db.SaveChangesAsync(Cancellation);
    });

    private async Task<Guid> ContactAsync(string name, string? email) =>
        await App.SendAsync(new AddContact.Command { Organisation = await App.NewOrganisationAsync(), Name = name, Email = email, ConsentBasis = ConsentBasis.PublicTask });

    private Task<Guid> VersionAsync(Guid id) => App.WithDatabaseAsync(db => db.Contacts.Where(c => c.Id == id).Select(c => c.Version).SingleAsync(Cancellation));
}

public sealed class ContactErasureOnSqlite(SqliteApp app) : ContactErasureTests(app), IClassFixture<SqliteApp>;

public sealed class ContactErasureOnPostgres(PostgresApp app) : ContactErasureTests(app), IClassFixture<PostgresApp>;
