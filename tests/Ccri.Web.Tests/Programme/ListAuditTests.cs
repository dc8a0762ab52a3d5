using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Web.Data;
using Ccri.Web.Features.Programme;
using Ccri.Web.Features.Programme.Loading;
using Ccri.Web.Security;
using Ccri.Web.Tests.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Programme;

public abstract class ListAuditTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_change_reads_as_a_sentence_with_who_what_and_through_which_door()
    {
        var person = await PersonAsync("Anna Virtanen");
        await ChangeAsync(person, "flanders", t => t.Count(6_800_000));

        var line = (await ListAsync(new(Person: person.ToString()))).Lines.Single();
        (line.Who, line.Door, line.Action, line.Noun, line.Thing, line.Address, line.Territory).ShouldBe(("Anna Virtanen", Door.Page, AuditAction.Changed, "Territory", "Flanders", "/territories/flanders", "Flanders"));
        line.Changes.ShouldBe([new("Population", "6,200,000", "6,800,000")]);
        line.At.ShouldBe(App.Services.GetRequiredService<ProgrammeCalendar>().Local(DateTime.UtcNow), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Ids_enumerations_days_and_truths_are_in_words()
    {
        var territory = await App.AddTerritoryAsync("words", "Łódź in words");
        await App.WithDatabaseAsync(async db =>
        {
            var organisation = await db.Organisations.SingleAsync(o => o.Acronym == "ACR+", Cancellation);
            var role = new OrganisationRole(organisation.Id, OrganisationRoleKind.LeadOrganisation, territory);
            role.Last(new DateOnly(2026, 11, 20), null);
            var note = new FactNote(territory, nameof(Territory.NutsCode));
            note.Cite(["https://example.org"], new DateOnly(2024, 1, 1), Confidence.Inferred, DateTime.UtcNow);
            db.AddRange(role, note);
            return await db.SaveChangesAsync(Cancellation);
        });

        var lines = (await ListAsync(new(Size: 20))).Lines;
        var lead = lines.First(l => l.Noun == "Role of an organisation");
        (lead.Thing, lead.Address).ShouldBe(("Łódź in words · ACR+", "/territories/words"));
        lead.Changes.ShouldContain(new ListAudit.Change("Kind", null, "Lead organisation"));
        lead.Changes.ShouldContain(new ListAudit.Change("Organisation", null, "ACR+"));
        lead.Changes.ShouldContain(new ListAudit.Change("From", null, "20 Nov 2026"));
        var source = lines.First(l => l.Noun == "Source of a fact");
        source.Thing.ShouldBe("Łódź in words · NUTS code");
        source.Changes.ShouldContain(new ListAudit.Change("Confidence", null, "inferred, no source says it"));
        source.Changes.ShouldContain(new ListAudit.Change("As of", null, "1 Jan 2024"));
        lines.First(l => l.Noun == "Territory" && l.Thing == "Łódź in words").Changes.ShouldContain(new ListAudit.Change("Name to be supplied", null, "no"));
    }

    [Fact]
    public async Task No_line_of_the_loaded_register_shows_an_id_or_a_name_of_the_code()
    {
        var lines = (await ListAsync(new(Person: "command line", Size: 10_000))).Lines;

        lines.Count.ShouldBeGreaterThan(300);
        lines.ShouldAllBe(l => l.Who == "command line" && l.Door == Door.CommandLine);
        var words = lines.SelectMany(l => l.Changes.SelectMany(c => (string?[])[c.Property, c.Before, c.After]).Concat([l.Noun, l.Thing])).OfType<string>().ToList();
        words.Where(w => Guid.TryParse(w, out _) || w == "something without a name").ShouldBeEmpty();
        lines.SelectMany(l => l.Changes).Select(c => c.Property).Distinct().Where(p => p.Skip(1).Any(char.IsUpper) && !p.Contains("NUTS")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_personal_value_is_only_known_to_have_changed_and_a_silent_row_says_why()
    {
        var person = await PersonAsync("Silent Person");
        var line = (await ListAsync(new(Subjects: [person]))).Lines.Single();
        line.Changes.ShouldContain(new ListAudit.Change("Name", null, null, IsHidden: true));
        (line.Thing, line.Address).ShouldBe(("Silent Person", $"/accounts/{person}"));

        await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.SubjectId == person).ExecuteUpdateAsync(set => set.SetProperty(a => a.Changes, AuditRow.Silence), Cancellation));
        (await ListAsync(new(Subjects: [person]))).Lines.Single().Changes.Single().Property.ShouldContain("erased");
    }

    [Fact]
    public async Task A_thing_that_is_gone_keeps_the_name_it_came_with()
    {
        var organisation = new Organisation("Пловдив foundation");
        await App.WithDatabaseAsync(db => { db.Organisations.Add(organisation); return db.SaveChangesAsync(Cancellation); });
        await App.WithDatabaseAsync(async db => { db.Organisations.Remove(await db.Organisations.SingleAsync(o => o.Id == organisation.Id, Cancellation)); return await db.SaveChangesAsync(Cancellation); });

        var lines = (await ListAsync(new(Subjects: [organisation.Id]))).Lines;
        lines.Select(l => l.Action).ShouldBe([AuditAction.Removed, AuditAction.Added]);
        lines.ShouldAllBe(l => l.Thing == "Пловдив foundation" && l.Address == null);
        AuditWords(lines[0]).ShouldContain("Name: was Пловдив foundation");
    }

    [Fact]
    public async Task Each_filter_narrows_the_list()
    {
        var person = await PersonAsync("Filter Person");
        await ChangeAsync(person, "sofia", t => t.Remark("Ниш"));
        var today = App.Services.GetRequiredService<ProgrammeCalendar>().Today;

        (await ListAsync(new(Territory: "capannori"))).Lines.ShouldAllBe(l => l.Territory == "Capannori");
        (await ListAsync(new(Territory: "capannori"))).Lines.Select(l => l.Noun).ShouldContain("Participation");
        (await ListAsync(new(Noun: "Participation"))).Total.ShouldBe(37);
        (await ListAsync(new(Door: Door.Page))).Lines.ShouldAllBe(l => l.Door == Door.Page);
        (await ListAsync(new(Person: person.ToString(), From: today, To: today))).Total.ShouldBe(1);
        (await ListAsync(new(Person: person.ToString(), From: today.AddDays(1)))).Total.ShouldBe(0);
        (await ListAsync(new(Person: person.ToString(), To: today.AddDays(-1)))).Total.ShouldBe(0);
        (await ListAsync(new(To: DateOnly.MaxValue, From: DateOnly.MinValue.AddDays(2)))).Total.ShouldBeGreaterThan(300);
        (await ListAsync(new(Territory: "atlantis"))).Total.ShouldBe(0);
        (await ListAsync(new(Person: "nobody"))).Total.ShouldBe(0);
    }

    [Fact]
    public async Task The_choices_are_what_occurs()
    {
        var person = await PersonAsync("Choice Person");
        await ChangeAsync(person, "asker", t => t.Remark("Seen"));
        var choices = await App.SendAsync(new GetAuditFilters.Query(), Role.Officer);

        choices.Persons.ShouldContain(new GetAuditFilters.Choice(person.ToString(), "Choice Person"));
        choices.Persons.ShouldContain(new GetAuditFilters.Choice("command line", "command line"));
        choices.Territories.Count.ShouldBeGreaterThanOrEqualTo(37);
        choices.Nouns.ShouldContain(new GetAuditFilters.Choice("OrganisationRole", "Role of an organisation"));
        foreach (var noun in choices.Nouns)
            (await ListAsync(new(Noun: noun.Value))).Total.ShouldBeGreaterThan(0, noun.Name);
    }

    [Fact]
    public async Task The_page_links_to_the_thing_and_the_territory_page_of_the_filter_is_the_history()
    {
        var person = await PersonAsync("Page Person");
        await ChangeAsync(person, "roubaix", t => t.Remark("<script>alert(1)</script>"));
        using var officer = await App.SignedInAsync(Role.Officer);

        var page = WebUtility.HtmlDecode(await officer.PageAsync("/programme/audit?territory=roubaix&door=page"));
        page.ShouldContain("Page Person");
        page.ShouldContain("href=\"/territories/roubaix\"");
        page.ShouldContain("→");
        (await officer.PageAsync("/programme/audit")).ShouldNotContain("<script>alert");
        (await officer.PageAsync($"/programme/audit?subject={person}&subject={Guid.NewGuid()}&from=nonsense&door=17&p=-4")).ShouldContain("History of");
        (await officer.PageAsync("/programme/audit?person=nobody")).ShouldContain("No change matches");
        (await officer.StatusAsync("/programme/audit?person=%00")).ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData(Role.Lead, null)]
    [InlineData(Role.Desk, null)]
    [InlineData(Role.Territory, "capannori")]
    public async Task Who_may_not_read_the_audit_is_refused_and_sees_no_link(Role role, string? scope)
    {
        using var reader = await App.SignedInAsync(role, scope);

        foreach (var address in (string[])["/programme/audit", "/programme/audit.csv", "/programme/audit?territory=capannori"])
            (await reader.StatusAsync(address)).ShouldBe(HttpStatusCode.Forbidden, address);
        (await reader.PageAsync("/territories/capannori")).ShouldNotContain("/programme/audit");
    }

    [Fact]
    public async Task The_CSV_holds_what_is_filtered_and_no_formula()
    {
        var person = await PersonAsync("=HYPERLINK(\"http://example.org\")");
        await ChangeAsync(person, "munich", t => t.Remark("+1+1"));
        using var officer = await App.SignedInAsync(Role.Officer);

        var faults = new List<Fault>();
        var row = CsvTable.Read("audit.csv", await officer.PageAsync($"/programme/audit.csv?person={person}"), faults).Rows.Single();
        faults.ShouldBeEmpty();
        row["Who"][0].ShouldNotBe('=');
        (row["Through"], row["What happened"], row["Territory"]).ShouldBe(("page", "Changed", "Munich"));
        row["Before and after"].ShouldStartWith("Notes: ");
        row["Before and after"].ShouldEndWith(" → +1+1");
    }

    private static string AuditWords(ListAudit.Line line) => string.Join("; ", line.Changes.Select(change => Features.Programme.AuditWords.Line(change, line.Action)));

    private Task<ListAudit.Answer> ListAsync(ListAudit.Query query) => App.SendAsync(query, Role.Officer);

    private Task<Guid> PersonAsync(string name) => App.WithDatabaseAsync(async db =>
    {
        var person = new Person(name, $"{Guid.NewGuid():N}@example.org", DateTime.UtcNow);
        db.Persons.Add(person);
        await db.SaveChangesAsync(Cancellation);
        return person.Id;
    });

    private async Task ChangeAsync(Guid personId, string slug, Action<Territory> change)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(personId, "", [new ScopedRole(Role.Officer, null, null)]);
        var db = scope.ServiceProvider.GetRequiredService<CcriDbContext>();
        change(await db.Territories.SingleAsync(t => t.Slug == slug, Cancellation));
        await db.SaveChangesAsync(Cancellation);
    }
}

public sealed class ListAuditOnSqlite(SqliteApp app) : ListAuditTests(app), IClassFixture<SqliteApp>;

public sealed class ListAuditOnPostgres(PostgresApp app) : ListAuditTests(app), IClassFixture<PostgresApp>;
