using Ccri.Domain;
using Ccri.Web.Features.Territories;

namespace Ccri.Web.Tests.Territories;

public abstract class SortTerritoriesTests(CcriApp app) : BothDatabases(app)
{
    public static MatrixTheoryData<ListTerritories.SortBy, bool> Ways => new(Enum.GetValues<ListTerritories.SortBy>(), [false, true]);

    [Fact]
    public async Task Names_sort_by_letter_without_their_accents_on_every_machine()
    {
        var names = (await App.ListAsync(new(Sort: ListTerritories.SortBy.Name))).Select(r => Folding.ForSearch(r.Name)).ToList();

        names.ShouldBe(names.Order(StringComparer.Ordinal));
        (await App.ListAsync(new(Sort: ListTerritories.SortBy.Name, Descending: true))).Select(r => Folding.ForSearch(r.Name)).ShouldBe(names.AsEnumerable().Reverse());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Countries_sort_by_code_and_an_unknown_one_comes_last(bool descending)
    {
        var codes = (await App.ListAsync(new(Sort: ListTerritories.SortBy.Country, Descending: descending))).Select(r => r.CountryCode).ToList();
        var known = codes.OfType<string>().ToList();

        codes.ShouldBe([.. known, .. Enumerable.Repeat((string?)null, 7)]);
        known.ShouldBe(descending ? known.OrderDescending(StringComparer.Ordinal) : known.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Populations_sort_as_the_arrow_says_and_an_unknown_one_comes_last(bool descending)
    {
        var populations = (await App.ListAsync(new(Sort: ListTerritories.SortBy.Population, Descending: descending))).Select(r => r.Population).ToList();
        var known = populations.OfType<int>().ToList();

        known.Count.ShouldBeGreaterThan(5);
        populations.ShouldBe([.. known.Select(p => (int?)p), .. Enumerable.Repeat((int?)null, 37 - known.Count)]);
        known.ShouldBe(descending ? known.OrderDescending() : known.Order());
    }

    [Fact]
    public async Task Tiers_sort_by_what_they_entitle_to()
    {
        (await App.ListAsync(new(Sort: ListTerritories.SortBy.Tier))).Take(12).ShouldAllBe(r => r.Tier == "Pilot");
        (await App.ListAsync(new(Sort: ListTerritories.SortBy.Tier, Descending: true))).Take(25).ShouldAllBe(r => r.Tier == "Fellow");
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Each_way_the_pages_together_are_the_list_without_a_gap_or_a_repetition(ListTerritories.SortBy sort, bool descending)
    {
        var query = new ListTerritories.Query(Sort: sort, Descending: descending, Size: 5);
        var paged = new List<string>();
        for (var page = 1; page <= 8; page++)
            paged.AddRange((await App.SendAsync(query with { Page = page })).Rows.Select(r => r.Slug));

        paged.ShouldBe((await App.ListAsync(query)).Select(r => r.Slug));
        paged.Distinct().Count().ShouldBe(37);
    }
}

public sealed class SortTerritoriesOnSqlite(SqliteApp app) : SortTerritoriesTests(app), IClassFixture<SqliteApp>;

public sealed class SortTerritoriesOnPostgres(PostgresApp app) : SortTerritoriesTests(app), IClassFixture<PostgresApp>;
