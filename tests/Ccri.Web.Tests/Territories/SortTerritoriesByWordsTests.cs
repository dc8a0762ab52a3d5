using Ccri.Domain;
using Ccri.Domain.Organisations;
using Ccri.Web.Features.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

public abstract class SortTerritoriesByWordsTests(CcriApp app) : BothDatabases(app)
{
    public static MatrixTheoryData<string, bool> Texts => new(["type", "nuts", "lead", "accompanying", "groups"], [false, true]);

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Each_column_of_words_sorts_by_letter_and_what_is_not_known_comes_last(string column, bool descending)
    {
        await AddAsync("sort-lodz", "Sort Łódź", "Łódź municipality");
        await AddAsync("sort-plovdiv", "Sort Пловдив", "Пловдив");
        var text = TerritoryColumns.All.Single(c => c.Key == column).Text;
        var sort = Enum.Parse<ListTerritories.SortBy>(column, ignoreCase: true);
        var values = (await App.ListAsync(new(Sort: sort, Descending: descending))).Select(r => text(r) is { } words ? Folding.ForSearch(words) : null).ToList();
        var known = values.OfType<string>().ToList();

        known.Count.ShouldBeInRange(2, values.Count - 1);
        values.ShouldBe([.. known, .. Enumerable.Repeat((string?)null, values.Count - known.Count)]);
        known.ShouldBe(descending ? known.OrderDescending(StringComparer.Ordinal) : known.Order(StringComparer.Ordinal));
        if (column == "lead")
            (descending ? known[0] : known[^1]).ShouldBe("пловдив");
    }

    private async Task AddAsync(string slug, string name, string lead)
    {
        if (await App.WithDatabaseAsync(db => db.Territories.AnyAsync(t => t.Slug == slug, Cancellation)))
            return;
        var territory = await App.AddTerritoryAsync(slug, name);
        await App.WithDatabaseAsync(db =>
        {
            var organisation = new Organisation(lead);
            db.AddRange(organisation, new OrganisationRole(organisation.Id, OrganisationRoleKind.LeadOrganisation, territory));
            return db.SaveChangesAsync(Cancellation);
        });
    }
}

public sealed class SortTerritoriesByWordsOnSqlite(SqliteApp app) : SortTerritoriesByWordsTests(app), IClassFixture<SqliteApp>;

public sealed class SortTerritoriesByWordsOnPostgres(PostgresApp app) : SortTerritoriesByWordsTests(app), IClassFixture<PostgresApp>;
