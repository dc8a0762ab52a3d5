using Ccri.Domain.Accounts;
using Ccri.Domain.Territories;
using Ccri.Web.Errors;
using Ccri.Web.Features.Territories;

namespace Ccri.Web.Tests.Territories;

public abstract class FilterTerritoriesTests(CcriApp app) : BothDatabases(app)
{
    public static TheoryData<RegisterGap> Gaps => [.. Enum.GetValues<RegisterGap>()];

    [Theory]
    [InlineData("pilot", "Pilot", 12)]
    [InlineData("fellow", "Fellow", 25)]
    public async Task A_tier_keeps_its_territories(string code, string name, int count)
    {
        var rows = await App.ListAsync(new(Tier: code));

        rows.Count.ShouldBe(count);
        rows.ShouldAllBe(r => r.Tier == name);
    }

    [Theory]
    [InlineData(TerritoryType.City)]
    [InlineData(TerritoryType.Region)]
    [InlineData(TerritoryType.Cluster)]
    public async Task A_type_keeps_its_territories(TerritoryType type)
    {
        var expected = (await App.ListAsync(new())).Where(r => r.Type == type).Select(r => r.Name).ToList();

        expected.ShouldNotBeEmpty();
        (await App.NamesAsync(new(Type: type))).ShouldBe(expected);
    }

    [Fact]
    public async Task A_country_keeps_its_territories() =>
        (await App.NamesAsync(new(Country: "FI"))).ShouldBe(["Helsinki-Uusimaa", "Jyväskylä", "Päijät-Häme", "Tampere Region"], ignoreOrder: true);

    [Fact]
    public async Task A_working_group_keeps_its_members()
    {
        var rows = await App.ListAsync(new(Group: "TWG-RM"));

        rows.Select(r => r.Slug).ShouldBe(["capannori", "helsinki-uusimaa", "munich"], ignoreOrder: true);
        rows.ShouldAllBe(r => r.Groups.Contains("TWG-RM"));
    }

    [Fact]
    public async Task Filters_narrow_each_other() =>
        (await App.NamesAsync(new("a", Tier: "fellow", Type: TerritoryType.Region, Country: "FI"))).ShouldBe(["Päijät-Häme"]);

    [Theory]
    [MemberData(nameof(Gaps))]
    public async Task A_gap_keeps_exactly_the_territories_whose_row_shows_it(RegisterGap gap)
    {
        var expected = (await App.ListAsync(new())).Where(r => r.Gaps.Contains(gap)).Select(r => r.Name).ToList();

        expected.ShouldNotBeEmpty();
        (await App.NamesAsync(new(Gap: gap))).ShouldBe(expected);
    }

    [Fact]
    public async Task Without_a_filter_all_37_are_there_and_the_ones_to_be_named_come_first()
    {
        var rows = await App.ListAsync(new());

        rows.Count.ShouldBe(37);
        rows.Take(7).ShouldAllBe(r => r.IsPlaceholder);
        rows.Skip(7).Take(2).Select(r => r.Slug).ShouldBe(["western-region", "sofia"], ignoreOrder: true);
    }

    [Fact]
    public async Task Each_row_tells_its_lead_organisations()
    {
        (await App.ListAsync(new("Guimaraes"))).Single().Leads.ShouldBe(["Municipality of Guimarães", "Laboratório da Paisagem"], ignoreOrder: true);
        (await App.ListAsync(new("Capannori"))).Single().Leads.ShouldNotContain("Association of Cities and Regions for sustainable Resource management");
    }

    [Fact]
    public async Task The_counts_of_the_filters_are_those_of_the_list()
    {
        var filters = await App.SendAsync(new GetTerritoryFilters.Query());

        filters.Tiers.Select(t => (t.Name, t.Count)).ShouldBe([("Pilots", 12), ("Fellows", 25)]);
        foreach (var country in filters.Countries)
            (await App.SendAsync(new ListTerritories.Query(Country: country.Code))).Total.ShouldBe(country.Count, country.Name);
        foreach (var group in filters.Groups)
            (await App.SendAsync(new ListTerritories.Query(Group: group.Code))).Total.ShouldBe(group.Count, group.Name);
        (filters.Countries.Sum(c => c.Count), filters.Groups.Count).ShouldBe((30, 4));
    }

    [Fact]
    public async Task A_territory_contact_sees_only_the_own_territory()
    {
        var own = await App.TerritoryIdAsync("capannori");

        (await App.ListAsync(new(), Role.Territory, own)).Single().Slug.ShouldBe("capannori");
        (await App.ListAsync(new("Uppsala"), Role.Territory, own)).ShouldBeEmpty();
        var filters = await App.SendAsync(new GetTerritoryFilters.Query(), Role.Territory, own);
        filters.Countries.ShouldBe([new("IT", "Italy", 1)]);
        filters.Groups.Select(g => g.Code).ShouldBe(["TWG-RM"]);
        await Should.ThrowAsync<NotAllowedException>(() => App.SendAsync(new GetTerritory.Query("uppsala"), Role.Territory, own));
    }
}

public sealed class FilterTerritoriesOnSqlite(SqliteApp app) : FilterTerritoriesTests(app), IClassFixture<SqliteApp>;

public sealed class FilterTerritoriesOnPostgres(PostgresApp app) : FilterTerritoriesTests(app), IClassFixture<PostgresApp>;
