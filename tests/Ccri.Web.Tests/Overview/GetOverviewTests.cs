using Ccri.Domain.Accounts;
using Ccri.Domain.Knowledge;
using Ccri.Domain.Territories;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Territories;
using Ccri.Web.Tests.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Overview;

public abstract class GetOverviewTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task The_figures_are_those_of_the_loaded_cohort()
    {
        var overview = await App.SendAsync(new GetOverview.Query());

        overview.Territories.ShouldBe(37);
        overview.Tiers.ShouldBe([new("Pilots", 12, 12), new("Fellows", 18, 25)]);
        (overview.Confirmed, overview.Countries).ShouldBe((28, 15));
        overview.Places.Count.ShouldBe(30); // a placeholder has no place
        overview.Worst.Count.ShouldBe(37);
    }

    [Fact]
    public async Task What_needs_somebody_is_counted_or_named_worst_kind_first()
    {
        var needs = (await App.SendAsync(new GetOverview.Query())).NeedsYou!;

        needs[0].ShouldBe(new RegisterNeed(RegisterGap.NotNamed, 7, null, null));
        needs.Where(n => n.Gap == RegisterGap.NotConfirmed).Select(n => n.Territory).ShouldBe(["Sofia", "Western Region"], ignoreOrder: true);
        needs.Select(n => n.Gap).ShouldBe(needs.Select(n => n.Gap).Order());
        foreach (var need in needs.Where(n => n.Slug is null))
            (await App.SendAsync(new ListTerritories.Query(Gap: need.Gap))).Total.ShouldBe(need.Count, need.Gap.ToString());
    }

    [Fact]
    public async Task The_worst_come_in_the_order_of_the_list() =>
        (await App.SendAsync(new GetOverview.Query())).Worst.Select(r => r.Slug).ShouldBe((await App.ListAsync(new())).Select(r => r.Slug));

    [Theory]
    [InlineData(Role.Desk, false)]
    [InlineData(Role.Lead, false)]
    [InlineData(Role.Officer, true)]
    [InlineData(Role.Coordinator, true)]
    public async Task Only_who_can_act_on_it_gets_a_list_of_what_to_do(Role role, bool gets)
    {
        var overview = await App.SendAsync(new GetOverview.Query(), role);

        (overview.NeedsYou is not null).ShouldBe(gets);
        overview.Territories.ShouldBe(37);
    }

    [Fact]
    public async Task Not_confirmed_are_the_facts_that_the_page_of_a_territory_shows_and_none_that_is_invented()
    {
        var slugs = new[] { "asker", "uppsala", "capannori" }; // with published plans, solutions, strands and phases
        await App.WithDatabaseAsync(db => db.FactNotes.ExecuteUpdateAsync(set => set.SetProperty(n => n.RecordedAt, new DateTime(2024, 3, 29, 1, 30, 0, DateTimeKind.Utc)), Cancellation));
        var shown = new Dictionary<string, int>();
        foreach (var slug in slugs)
            shown["territories/" + slug] = (await App.SendAsync(new GetTerritory.Query(slug))).Sources.Count;

        (await FactsAsync()).ShouldBe(shown, ignoreOrder: true);

        await App.WithDatabaseAsync(db => db.FactNotes.Where(n => n.Field == nameof(Territory.Name) && db.Territories.Any(t => t.Id == n.SubjectId && t.Slug == "asker"))
            .ExecuteUpdateAsync(set => set.SetProperty(n => n.Confidence, Confidence.Illustrative), Cancellation));
        (await FactsAsync())["territories/asker"].ShouldBe(shown["territories/asker"] - 1);

        async Task<Dictionary<string, int>> FactsAsync() => (await App.SendAsync(new GetOverview.Query())).NotConfirmed.Where(s => shown.ContainsKey(s.Address)).ToDictionary(s => s.Address, s => s.Facts);
    }

    [Fact]
    public async Task A_territory_contact_gets_an_overview_of_the_own_territory()
    {
        var overview = await App.SendAsync(new GetOverview.Query(), Role.Territory, await App.TerritoryIdAsync("sofia"));

        (overview.Territories, overview.Confirmed, overview.Countries).ShouldBe((1, 0, 1));
        overview.Worst.Single().Slug.ShouldBe("sofia");
        overview.Places.Single().Slug.ShouldBe("sofia");
        overview.NeedsYou!.ShouldAllBe(n => n.Slug == "sofia");
    }
}

public sealed class GetOverviewOnSqlite(SqliteApp app) : GetOverviewTests(app), IClassFixture<SqliteApp>;

public sealed class GetOverviewOnPostgres(PostgresApp app) : GetOverviewTests(app), IClassFixture<PostgresApp>;
