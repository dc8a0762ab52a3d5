using System.Net;
using System.Text.Json;
using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Territories;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

public abstract class EditTerritoryTests(CcriApp app) : BothDatabases(app)
{
    /// <summary>Field, what is typed, and what the sentence at the field must say.</summary>
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "Name", "", "Enter the name of the territory." },
        { "Name", new string('ł', 10_000), "The name has 10,000 characters. Please use at most 300." },
        { "Country", "XX", "There is no country “XX”. Choose one of the list." },
        { "Population", "-5", "The population is -5. It should be a whole number above zero" },
        { "Population", "96,000", "“96,000” is not a whole number. Write digits only, for example 120000." },
        { "Population", "many", "“many” is not a whole number." },
        { "NutsCode", "FI1B", "“FI1B” is a code of FI, but the territory lies in NO. Its code should begin with NO." },
        { "NutsCode", "nonsense!", "is not a NUTS code. It should be the country's two letters" },
        { "NutsVersion", "2022", "There is no NUTS version 2022. The versions are 2003, 2006, 2010" },
        { "Type", "Village", "Choose one of the list." },
        { "Latitude", "10.44.1", "is not a number. Write it with a decimal point" },
        { "Latitude", "91", "The latitude is 91. It should lie between -22 and 84 degrees north." },
        { "SourceAsOf", "2026-02-31", "“2026-02-31” is not a day. Write it as year, month, day: 2026-11-22." },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_answer_is_refused_at_its_field_and_stays_as_it_was_typed(string field, string typed, string sentence)
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var form = await officer.OpenFormAsync("/territories/asker/edit");

        if (field == "Country")
            form["Input.NutsCode"] = ""; // it would be refused first, because it belongs to another country

        var answer = await officer.SendFormAsync("/territories/asker/edit", form, ($"Input.{field}", typed));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await answer.TextAsync();
        var id = $"Input_{field}-e";
        page.ShouldContain($"id=\"{id}\"");
        page[page.IndexOf($"id=\"{id}\"", StringComparison.Ordinal)..].ShouldContain(sentence);
        if (field is not ("Country" or "Type" or "NutsVersion"))
            Browsing.FormOf(page)[$"Input.{field}"].ShouldBe(typed);
        (await TerritoryAsync("asker")).Name.ShouldBe("Asker");
    }

    [Fact]
    public async Task A_code_that_does_not_exist_in_its_version_is_refused_with_the_one_that_replaced_it()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var form = await officer.OpenFormAsync("/territories/roubaix/edit");

        var answer = await officer.SendFormAsync("/territories/roubaix/edit", form, ("Input.NutsCode", "FR301"), ("Input.NutsVersion", "2021"), ("Input.Source", "An old list"));

        (await answer.TextAsync()).ShouldContain("“FR301” does not exist in NUTS version 2021. France was recoded in version 2016");
    }

    [Fact]
    public async Task Several_faults_are_told_at_once()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var form = await officer.OpenFormAsync("/territories/asker/edit");

        var page = await (await officer.SendFormAsync("/territories/asker/edit", form, ("Input.Name", ""), ("Input.Population", "many"), ("Input.Latitude", "91"))).TextAsync();

        page.ShouldContain("Please check 3 answers");
    }

    [Fact]
    public async Task A_changed_fact_asks_for_its_source_and_then_carries_it()
    {
        var command = await App.SendAsync(new EditTerritory.Query("gothenburg"), Role.Officer);
        var refused = await Should.ThrowAsync<ValidationException>(() => SendAsPersonAsync(command with { Population = 596_841 }));
        refused.Errors.Single().PropertyName.ShouldBe("Source");
        refused.Errors.Single().ErrorMessage.ShouldBe("You changed the population. Say where that comes from: an address, or the words of the source.");

        await SendAsPersonAsync(command with { Population = 596_841, Source = "https://example.org/statistics", SourceAsOf = new DateOnly(2025, 12, 31), SourceConfidence = Confidence.High });

        var territory = await TerritoryAsync("gothenburg");
        territory.Population.ShouldBe(596_841);
        var note = await NoteAsync(territory.Id, nameof(Territory.Population));
        (note.Sources.Single(), note.AsOf, note.TerritoryId).ShouldBe(("https://example.org/statistics", new DateOnly(2025, 12, 31), territory.Id));
        note.ConfirmedById.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_note_may_change_without_a_source()
    {
        var command = await App.SendAsync(new EditTerritory.Query("flanders"), Role.Officer);
        await SendAsPersonAsync(command with { Notes = "Łódź, Δυτική Μακεδονία, Пловдив" });
        (await TerritoryAsync("flanders")).Notes.ShouldBe("Łódź, Δυτική Μακεδονία, Пловдив");
    }

    [Fact]
    public async Task A_fact_that_is_taken_away_takes_its_source_with_it()
    {
        var command = await App.SendAsync(new EditTerritory.Query("capannori"), Role.Officer);
        await SendAsPersonAsync(command with { Population = null });
        (await App.WithDatabaseAsync(db => db.FactNotes.AnyAsync(n => n.SubjectId == db.Territories.Single(t => t.Slug == "capannori").Id && n.Field == "Population", Cancellation))).ShouldBeFalse();
    }

    [Fact]
    public async Task A_territory_contact_edits_the_own_territory_and_no_other()
    {
        var contact = await App.SignedInAsync(Role.Territory, "guimaraes", followsRedirects: false);
        (await contact.StatusAsync("/territories/asker/edit")).ShouldBe(HttpStatusCode.Forbidden);
        var form = await contact.OpenFormAsync("/territories/guimaraes/edit");
        (await contact.SendFormAsync("/territories/guimaraes/edit", form, ("Input.Notes", "By the city itself"))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await TerritoryAsync("guimaraes")).Notes.ShouldBe("By the city itself");
    }

    [Fact]
    public async Task Still_right_confirms_the_one_fact_or_what_the_card_has_shown_and_nothing_else()
    {
        var officer = await App.SignedInAsync(Role.Officer);
        var id = (await TerritoryAsync("munich")).Id;
        var (name, type, part) = (await NoteAsync(id, nameof(Territory.Name)), await NoteAsync(id, nameof(Territory.Type)), await NoteAsync(id, nameof(Territory.Participations)));
        (await officer.PageAsync("/territories/munich")).ShouldContain($"value=\"{name.Id}\"");

        (await App.SendAsync(new ConfirmFacts.Command("munich", [name.Id]))).ShouldBe(1);
        (await NoteAsync(id, nameof(Territory.Name))).ConfirmedAt.ShouldNotBeNull();
        (await NoteAsync(id, nameof(Territory.Type))).ConfirmedAt.ShouldBeNull();

        (await App.SendAsync(new ConfirmFacts.Command("munich", [name.Id, type.Id]))).ShouldBe(2);
        (await NoteAsync(id, nameof(Territory.Type))).ConfirmedAt.ShouldNotBeNull();
        (await NoteAsync(id, nameof(Territory.Participations))).ConfirmedAt.ShouldBeNull();
        await Should.ThrowAsync<Ccri.Domain.RuleViolationException>(() => App.SendAsync(new ConfirmFacts.Command("asker", [part.Id]))); // a fact of another territory
    }

    [Fact]
    public async Task The_source_of_a_fact_that_stays_can_be_put_right_and_a_source_of_nothing_is_refused()
    {
        var command = await App.SendAsync(new EditTerritory.Query("viseu-dao-lafoes"), Role.Officer) with { Source = "A better source" };
        (await Should.ThrowAsync<ValidationException>(() => SendAsPersonAsync(command))).Errors.Single().PropertyName.ShouldBe("SourceOf");

        await SendAsPersonAsync(command with { SourceOf = nameof(Territory.Type) });
        (await NoteAsync((await TerritoryAsync("viseu-dao-lafoes")).Id, nameof(Territory.Type))).Sources.ShouldBe(["A better source"]);
    }

    [Fact]
    public async Task Who_types_into_a_form_whose_territory_is_gone_reads_it_on_the_page_of_the_error()
    {
        var officer = await App.SignedInAsync(Role.Officer, followsRedirects: false);
        var form = await officer.OpenFormAsync("/territories/fellow-to-be-named-3/edit");
        await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "fellow-to-be-named-3").ExecuteUpdateAsync(set => set.SetProperty(t => t.Slug, "named-meanwhile"), Cancellation));

        var answer = await officer.SendFormAsync("/territories/fellow-to-be-named-3/edit", form, ("Input.Notes", "An hour of work"));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await answer.TextAsync()).ShouldContain("An hour of work");
    }

    [Fact]
    public async Task A_country_that_may_not_take_part_is_refused_when_it_is_edited_in()
    {
        await App.WithDatabaseAsync(async db =>
        {
            var country = new Ccri.Domain.Programme.Country("XZ");
            country.Call("Nowhere");
            country.CodeAs("XZ");
            db.Countries.Add(country);
            return await db.SaveChangesAsync(Cancellation);
        });
        var command = await App.SendAsync(new EditTerritory.Query("berlin"), Role.Officer) with { Country = "XZ", NutsCode = null, Source = "A guess" };
        (await Should.ThrowAsync<ValidationException>(() => SendAsPersonAsync(command))).Errors.Single().PropertyName.ShouldBe("Country");
    }

    [Fact]
    public async Task The_audit_has_before_and_after_and_the_territory()
    {
        var command = await App.SendAsync(new EditTerritory.Query("uppsala"), Role.Officer);
        await SendAsPersonAsync(command with { UrbanRural = UrbanRural.PredominantlyUrban, Source = "A typology" });

        var id = (await TerritoryAsync("uppsala")).Id;
        var row = await App.WithDatabaseAsync(db => db.AuditRows.Where(a => a.SubjectId == id).OrderByDescending(a => a.Id).FirstAsync(Cancellation));
        JsonSerializer.Deserialize<Dictionary<string, string?[]>>(row.Changes)!["UrbanRural"][1].ShouldBe("PredominantlyUrban");
    }

    private Task<MediatR.Unit> SendAsPersonAsync(EditTerritory.Command command) => App.SendAsync(command, Role.Officer);

    private Task<Territory> TerritoryAsync(string slug) => App.WithDatabaseAsync(db => db.Territories.AsNoTracking().SingleAsync(t => t.Slug == slug, Cancellation));

    private Task<FactNote> NoteAsync(Guid subject, string field) => App.WithDatabaseAsync(db => db.FactNotes.AsNoTracking().SingleAsync(n => n.SubjectId == subject && n.Field == field, Cancellation));
}

public sealed class EditTerritoryOnSqlite(SqliteApp app) : EditTerritoryTests(app), IClassFixture<SqliteApp>;

public sealed class EditTerritoryOnPostgres(PostgresApp app) : EditTerritoryTests(app), IClassFixture<PostgresApp>;
