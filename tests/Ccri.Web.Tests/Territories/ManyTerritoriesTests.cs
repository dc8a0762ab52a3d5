using Ccri.Domain.Territories;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

public abstract class ManyTerritoriesTests(CcriApp app) : BothDatabases(app), IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await App.WithDatabaseAsync(async db =>
    {
        if (await db.Territories.CountAsync(Cancellation) == 37)
        {
            // Pairs that fold to the same name: only the tie-breaker tells them apart.
            db.Territories.AddRange(Enumerable.Range(0, 2000).Select(i => new Territory($"many-{i}", i % 2 == 0 ? $"Łódź {i / 2:0000}" : $"Lodz {i / 2:0000}")));
            await db.SaveChangesAsync(Cancellation);
        }
        return true;
    });

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Pages_hold_50_and_the_last_one_the_rest()
    {
        var first = await App.SendAsync(new ListTerritories.Query("lodz", Sort: ListTerritories.SortBy.Name));
        (first.Rows.Count, first.Total, first.Page, first.Size).ShouldBe((50, 2000, 1, 50));
        first.Rows[0].Name.ShouldBeOneOf("Łódź 0000", "Lodz 0000");

        var all = await App.SendAsync(new ListTerritories.Query(Page: 41));
        (all.Rows.Count, all.Total, all.Page).ShouldBe((37, 2037, 41));
    }

    [Theory]
    [InlineData(42)]
    [InlineData(int.MaxValue)]
    public async Task A_page_beyond_the_end_shows_the_last(int page)
    {
        var beyond = await App.SendAsync(new ListTerritories.Query(Page: page));

        (beyond.Page, beyond.Rows.Count).ShouldBe((41, 37));
    }

    [Fact]
    public async Task Paging_through_equal_names_shows_each_once()
    {
        var slugs = new List<string>();
        for (var page = 1; page <= 40; page++)
            slugs.AddRange((await App.SendAsync(new ListTerritories.Query("lodz", Sort: ListTerritories.SortBy.Country, Page: page))).Rows.Select(r => r.Slug));

        slugs.Distinct().Count().ShouldBe(2000);
    }

    [Fact]
    public async Task All_of_them_fit_into_one_CSV() => (await App.ListAsync(new())).Count.ShouldBe(2037);

    [Fact]
    public async Task The_overview_still_counts_all_and_shows_the_worst_50()
    {
        var overview = await App.SendAsync(new GetOverview.Query());

        (overview.Territories, overview.Worst.Count).ShouldBe((2037, 50));
        overview.NeedsYou!.Count.ShouldBeLessThan(20);
    }
}

public sealed class ManyTerritoriesOnSqlite(SqliteApp app) : ManyTerritoriesTests(app), IClassFixture<SqliteApp>;

public sealed class ManyTerritoriesOnPostgres(PostgresApp app) : ManyTerritoriesTests(app), IClassFixture<PostgresApp>;
