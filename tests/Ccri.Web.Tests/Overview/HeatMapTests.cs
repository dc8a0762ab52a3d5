using Ccri.Domain.Accounts;
using Ccri.Domain.Indicators;
using Ccri.Domain.Plans;
using Ccri.Domain.Programme;
using Ccri.Web.Features.Overview;
using Ccri.Web.Features.Programme.Loading;
using Ccri.Web.Features.Territories;
using Ccri.Web.Tests.Territories;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Overview;

public abstract class HeatMapTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Each_column_is_the_worst_of_its_kind_and_empty_where_there_is_none()
    {
        await App.AddWorkAsync("bergen", "HEAT-1", Today.AddDays(-5), Today.AddDays(-40), Today.AddDays(100));
        await App.AddWorkAsync("bergen", "HEAT-2", Today.AddDays(100), Today.AddDays(100));
        await AimAsync("bergen", Today.AddDays(-3));

        var row = (await App.SendAsync(new GetHeatMap.Query())).Rows.Single(r => r.Slug == "bergen");

        row.Cells.Select(c => c.Cell?.Status).ShouldBe([Rag.OffTrack, Rag.AtRisk, Rag.OnTrack, Rag.OffTrack, Rag.AtRisk]);
        row.Cells.Skip(1).Select(c => c.Cell?.Address).ShouldBe(["plans/CEAP-HEAT-1", "plans/CEIP-HEAT-1", "solutions?territory=bergen", "indicators/bergen"]);
        row.Overall.Address.ShouldBe($"statuses/territory/{row.TerritoryId}");
        var empty = (await App.SendAsync(new GetHeatMap.Query())).Rows.Single(r => r.Slug == "fellow-to-be-named-1");
        empty.Cells.Select(c => c.Cell?.Status).ShouldBe([Rag.NoData, null, null, null, null]);
    }

    [Fact]
    public async Task A_plan_that_has_expired_is_none()
    {
        await App.AddWorkAsync("lucca", "OLD-1", Today.AddDays(-50), Today.AddDays(100));
        (await RowAsync()).ActionPlan!.Status.ShouldBe(Rag.OffTrack);

        await App.WithDatabaseAsync(db => db.Plans.Where(p => p.Code == "CEAP-OLD-1").ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, PlanStatus.Expired), Cancellation));

        (await RowAsync()).ShouldSatisfyAllConditions(r => (r.ActionPlan?.Address).ShouldNotBe("plans/CEAP-OLD-1"), r => r.Overall.Status.ShouldNotBe(Rag.OffTrack));

        async Task<HeatMapRow> RowAsync() => (await App.SendAsync(new GetHeatMap.Query())).Rows.Single(r => r.Slug == "lucca");
    }

    [Fact]
    public async Task The_worst_come_first_filters_narrow_and_the_list_tells_the_same()
    {
        await App.AddWorkAsync("uppsala", "SORT-1", Today.AddDays(-50), Today.AddDays(100));
        var all = (await App.SendAsync(new GetHeatMap.Query())).Rows;

        all.Select(r => Severity.Of(r.Overall.Status)).ShouldBeInOrder(SortDirection.Descending);
        (await App.SendAsync(new GetHeatMap.Query(Rag.OffTrack))).Rows.Select(r => r.Slug).ShouldBe(all.Where(r => r.Overall.Status == Rag.OffTrack).Select(r => r.Slug));
        (await App.SendAsync(new GetHeatMap.Query(Tier: "pilot"))).Rows.ShouldAllBe(r => r.Tier == "Pilot");
        (await App.SendAsync(new GetHeatMap.Query(Group: "TWG-RM"))).Rows.Select(r => r.Slug).ShouldBe(["capannori", "helsinki-uusimaa", "munich"], ignoreOrder: true);
        (await App.SendAsync(new GetHeatMap.Query(Group: "no-such-group"))).ShouldSatisfyAllConditions(a => a.Total.ShouldBe(0), a => a.Page.ShouldBe(1));
        (await App.ListAsync(new(Status: Rag.OffTrack))).Select(r => r.Slug).ShouldBe(all.Where(r => r.Overall.Status == Rag.OffTrack).Select(r => r.Slug), ignoreOrder: true);
        var sorted = await App.ListAsync(new(Sort: ListTerritories.SortBy.Status));
        sorted.Select(r => Severity.Of(r.Status!.Value)).ShouldBeInOrder(SortDirection.Descending);
        (await App.ListAsync(new(Status: Rag.OffTrack), Role.Desk)).ShouldAllBe(r => r.Status == null);
        var overview = (await App.SendAsync(new GetOverview.Query())).Work!;
        (overview.Counts.Values.Sum(), overview.Counts[Rag.OffTrack]).ShouldBe((all.Count, all.Count(r => r.Overall.Status == Rag.OffTrack)));
        overview.Rows.Select(r => r.Slug).ShouldBe(all.Take(GetOverview.HeatMapRows).Select(r => r.Slug));
    }

    [Fact]
    public async Task The_CSV_holds_all_rows_of_the_filter_in_words_with_the_reason()
    {
        await App.AddWorkAsync("asker", "CSV-1", Today.AddDays(-50), Today.AddDays(100));
        using var officer = await App.SignedInAsync(Role.Officer);

        var (page, faults) = (await officer.PageAsync("/overview/heat-map?status=OffTrack"), new List<Fault>());
        var rows = CsvTable.Read("heat-map.csv", await officer.PageAsync("/overview/heat-map.csv?status=OffTrack"), faults).Rows;

        faults.ShouldBeEmpty();
        rows.ShouldAllBe(r => r["Overall"] == "Off track");
        var asker = rows.Single(r => r["Territory"] == "Asker");
        (asker["Country"], asker["Tier"], asker["Action plan"]).ShouldBe(("NO", "Pilot", "Off track"));
        asker["Why"].ShouldContain("plan");
        page.ShouldSatisfyAllConditions(p => p.ShouldContain("href=\"/territories/asker\""), p => p.ShouldContain("overview/heat-map.csv?status=OffTrack"), p => p.ShouldContain("How a status comes about"));
        using var contact = await App.SignedInAsync(Role.Territory, "capannori");
        CsvTable.Read("heat-map.csv", await contact.PageAsync("/overview/heat-map.csv"), faults).Rows.Select(r => r["Territory"]).ShouldBe(["Capannori"]);
    }

    private Task<int> AimAsync(string slug, DateOnly by) => App.WithDatabaseAsync(async db =>
    {
        var territory = await db.Territories.SingleAsync(t => t.Slug == slug, Cancellation);
        var indicator = await db.Indicators.Where(i => i.Level == IndicatorLevel.Territory && i.Direction == Direction.Up).OrderBy(i => i.Code).FirstAsync(Cancellation);
        var series = new IndicatorSeries(indicator, territory.Id);
        series.Aim(indicator, null, null, 10, by, "A test", Today);
        db.Add(series);
        return await db.SaveChangesAsync(Cancellation);
    });
}

public sealed class HeatMapOnSqlite(SqliteApp app) : HeatMapTests(app), IClassFixture<SqliteApp>;

public sealed class HeatMapOnPostgres(PostgresApp app) : HeatMapTests(app), IClassFixture<PostgresApp>;

public abstract class ManyWithWorkTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Overview_heat_map_and_lists_ask_as_often_for_200_territories_as_for_37()
    {
        await App.AddTerritoriesWithWorkAsync("Few", 1, Today);
        var few = await CostsAsync();
        await App.AddTerritoriesWithWorkAsync("Δυτική-Μακεδονία", 162, Today);

        (await CostsAsync()).ShouldBe(few);
        var first = await App.SendAsync(new GetHeatMap.Query());
        (first.Rows.Count, first.Total).ShouldBe((50, 200));
        (await App.SendAsync(new GetHeatMap.Query(Page: 9))).ShouldSatisfyAllConditions(a => a.Page.ShouldBe(4), a => a.Rows.Count.ShouldBe(50));
    }

    private async Task<int[]> CostsAsync() =>
    [
        await QueryCount.OfAsync(() => App.SendAsync(new GetOverview.Query())),
        await QueryCount.OfAsync(() => App.SendAsync(new GetHeatMap.Query())),
        await QueryCount.OfAsync(() => App.SendAsync(new GetDue.Query())),
        await QueryCount.OfAsync(() => App.SendAsync(new ListTerritories.Query())),
        await QueryCount.OfAsync(() => App.SendAsync(new ListTerritories.Query(Status: Rag.OffTrack, Sort: ListTerritories.SortBy.Status))),
    ];
}

public sealed class ManyWithWorkOnSqlite(SqliteApp app) : ManyWithWorkTests(app), IClassFixture<SqliteApp>;

public sealed class ManyWithWorkOnPostgres(PostgresApp app) : ManyWithWorkTests(app), IClassFixture<PostgresApp>;
