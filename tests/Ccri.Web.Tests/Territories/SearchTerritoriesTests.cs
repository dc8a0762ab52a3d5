using Ccri.Domain.Organisations;
using Ccri.Web.Features.Territories;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

public abstract class SearchTerritoriesTests(CcriApp app) : BothDatabases(app), IAsyncLifetime
{
    private static readonly string LongWord = new('ŵ', 300);

    public async ValueTask InitializeAsync()
    {
        if (await App.WithDatabaseAsync(db => db.Territories.AnyAsync(t => t.Slug == "lodz", Cancellation)))
            return;
        await App.AddTerritoryAsync("lodz", "Łódź", "PL");
        await App.AddTerritoryAsync("western-macedonia", "Δυτική Μακεδονία", "EL");
        await App.AddTerritoryAsync("plovdiv", "Пловдив", "BG");
        await App.AddTerritoryAsync("long", LongWord);
        await App.AddTerritoryAsync("odd", "100 % _circular_ [x] 'o''");
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("MORE OG", "Møre og Romsdal")]
    [InlineData("møre", "Møre og Romsdal")]
    [InlineData("  paijat-hame ", "Päijät-Häme")]
    [InlineData("lodz", "Łódź")]
    [InlineData("ŁÓDŹ", "Łódź")]
    [InlineData("δυτικη", "Δυτική Μακεδονία")]
    [InlineData("ΜΑΚΕΔΟΝΊΑ", "Δυτική Μακεδονία")]
    [InlineData("пловдив", "Пловдив")]
    [InlineData("ПЛОВ", "Пловдив")]
    public async Task A_territory_is_found_without_accents_and_capitals_in_every_script(string typed, string name) =>
        (await App.NamesAsync(new(typed))).ShouldBe([name]);

    [Theory]
    [InlineData("%", "100 % _circular_ [x] 'o''")]
    [InlineData("_circ", "100 % _circular_ [x] 'o''")]
    [InlineData("[x]", "100 % _circular_ [x] 'o''")]
    [InlineData("'", "100 % _circular_ [x] 'o''")]
    public async Task What_databases_take_for_a_pattern_is_searched_as_it_stands(string typed, string name) =>
        (await App.NamesAsync(new(typed))).ShouldBe([name]);

    [Theory]
    [InlineData("moer")]
    [InlineData("nowhere at all")]
    [InlineData("\\")]
    [InlineData("; drop table")]
    public async Task What_no_name_holds_finds_nothing(string typed) => (await App.SendAsync(new ListTerritories.Query(typed))).Total.ShouldBe(0);

    [Theory]
    [InlineData("bg")]
    [InlineData(" BG ")]
    public async Task A_country_code_finds_the_territories_of_the_country(string typed) =>
        (await App.NamesAsync(new(typed))).ShouldBe(["Sofia", "Пловдив"], ignoreOrder: true);

    [Fact]
    public async Task A_lead_organisation_finds_its_territory_by_name_and_by_acronym()
    {
        (await App.NamesAsync(new("laboratorio da paisagem"))).ShouldBe(["Guimarães"]);
        (await App.NamesAsync(new("ovam"))).ShouldBe(["Flanders"]);
    }

    [Fact]
    public async Task An_organisation_that_led_once_or_only_accompanies_finds_nothing()
    {
        await App.WithDatabaseAsync(async db =>
        {
            var former = new Organisation("Former Leader Ltd");
            var role = new OrganisationRole(former.Id, OrganisationRoleKind.LeadOrganisation, await db.Territories.Where(t => t.Slug == "lodz").Select(t => t.Id).SingleAsync(Cancellation));
            role.Last(null, new DateOnly(2023, 12, 31));
            db.AddRange(former, role);
            return await db.SaveChangesAsync(Cancellation);
        });

        (await App.NamesAsync(new("former leader"))).ShouldBeEmpty();
        (await App.NamesAsync(new("acr+"))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_of_300_characters_is_found_and_a_longer_one_refused_in_a_sentence()
    {
        (await App.NamesAsync(new(LongWord))).ShouldBe([LongWord]);
        (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(new ListTerritories.Query(LongWord + "w"))))
            .Errors.Single().ErrorMessage.ShouldBe("Search for at most 300 characters.");
    }

    [Fact]
    public async Task Characters_that_no_name_has_find_nothing_and_break_nothing()
    {
        (await App.SendAsync(new ListTerritories.Query("\uffff\ufffe"))).Total.ShouldBe(0);
        foreach (var query in (ListTerritories.Query[])[new("lo\0dz"), new(Tier: "\0"), new(Country: "\0"), new(Group: "\0")])
            (await Should.ThrowAsync<ValidationException>(() => App.SendAsync(query))).Errors.Single().ErrorMessage.ShouldBe("The text holds a character that cannot be stored. Please type it again.");
    }

    [Fact]
    public async Task A_blank_search_finds_everything() =>
        (await App.SendAsync(new ListTerritories.Query("  "))).Total.ShouldBe(42);
}

public sealed class SearchTerritoriesOnSqlite(SqliteApp app) : SearchTerritoriesTests(app), IClassFixture<SqliteApp>;

public sealed class SearchTerritoriesOnPostgres(PostgresApp app) : SearchTerritoriesTests(app), IClassFixture<PostgresApp>;
