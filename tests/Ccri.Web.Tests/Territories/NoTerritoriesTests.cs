using Ccri.Domain.Territories;
using Ccri.Web.Features.Territories;

namespace Ccri.Web.Tests.Territories;

public abstract class NoTerritoriesTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task None_then_one()
    {
        var none = await App.SendAsync(new ListTerritories.Query(Page: 7));
        (none.Rows.Count, none.Total, none.Page).ShouldBe((0, 0, 1));
        var filters = await App.SendAsync(new GetTerritoryFilters.Query());
        (filters.Tiers.Count, filters.Countries.Count, filters.Groups.Count).ShouldBe((0, 0, 0));
        (await App.SendAsync(new RenderTerritorySheets.Query())).ShouldBeEmpty();

        await App.AddTerritoryAsync("asker", "Asker");

        var one = (await App.ListAsync(new())).Single();
        (one.Name, one.Tier, one.CountryCode, one.Population).ShouldBe(("Asker", null, null, null));
        one.Gaps.ShouldBe([RegisterGap.NotConfirmed, RegisterGap.NoLeadOrganisation, RegisterGap.NoPopulation, RegisterGap.NoSectors]);
    }
}

public sealed class NoTerritoriesOnSqlite(EmptySqliteApp app) : NoTerritoriesTests(app), IClassFixture<EmptySqliteApp>;

public sealed class NoTerritoriesOnPostgres(EmptyPostgresApp app) : NoTerritoriesTests(app), IClassFixture<EmptyPostgresApp>;
