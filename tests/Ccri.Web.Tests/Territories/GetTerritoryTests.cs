using Ccri.Domain.Knowledge;
using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Web.Errors;
using Ccri.Web.Features.Territories;

namespace Ccri.Web.Tests.Territories;

public abstract class GetTerritoryTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_confirmed_Pilot_shows_each_fact_with_its_source()
    {
        var territory = await App.SendAsync(new GetTerritory.Query("helsinki-uusimaa"));

        (territory.Profile.Name, territory.Profile.Population, territory.Profile.Country, territory.Profile.CountryCode).ShouldBe(("Helsinki-Uusimaa", 1_724_000, "Finland", "FI"));
        (territory.Participations.Single().Tier, territory.Participations.Single().Cohort).ShouldBe(("Pilot", "First cohort"));
        var population = territory.SourceOf(nameof(Territory.Population))!;
        population.Sources.ShouldBe(["https://circular-cities-and-regions.eu/pilots/helsinki-uusimaa-circular-valley", "https://uudenmaanliitto.fi/en/helsinki-uusimaa-at-the-forefront-of-circular-economy/"]);
        (population.Confidence, population.AsOf).ShouldBe((Confidence.High, null));
        territory.SourceOf(nameof(Territory.Participations))!.Confidence.ShouldBe(Confidence.High);
        territory.SourceOf(nameof(Territory.Latitude))!.Confidence.ShouldBe(Confidence.Approximate);
        territory.SourceOf(nameof(Territory.PublishedSolution)).ShouldBeNull();
        territory.Gaps.ShouldBe([RegisterGap.NoSolution]);
        territory.Groups.Select(g => g.Code).ShouldBe(["TWG-C", "TWG-II", "TWG-RM"]);
        territory.Groups.ShouldAllBe(g => territory.SourceOf(g.MembershipId)!.Confidence == Confidence.Inferred);
    }

    [Fact]
    public async Task An_inferred_Fellow_says_so()
    {
        var territory = await App.SendAsync(new GetTerritory.Query("sofia"));

        var participation = territory.SourceOf(nameof(Territory.Participations))!;
        participation.Confidence.ShouldBe(Confidence.Inferred);
        participation.Sources.Count.ShouldBe(2);
        territory.Gaps.ShouldContain(RegisterGap.NotConfirmed);
        territory.Profile.IsPlaceholder.ShouldBeFalse();
    }

    [Theory]
    [InlineData("helsinki-uusimaa")]
    [InlineData("capannori")]
    public async Task ACR_accompanies_two_Pilots(string slug)
    {
        var territory = await App.SendAsync(new GetTerritory.Query(slug));
        var role = territory.Roles.Single(r => r.Kind == OrganisationRoleKind.AccompanyingPartner);

        role.Acronym.ShouldBe("ACR+");
        territory.SourceOf(role.Id)!.Sources.ShouldBe(["https://acrplus.org/en/groupe/ccri-110"]);
        territory.Roles.Select(r => r.Kind).ShouldBe(territory.Roles.Select(r => r.Kind).Order());
    }

    [Fact]
    public async Task A_placeholder_is_only_that()
    {
        var territory = await App.SendAsync(new GetTerritory.Query("fellow-to-be-named-7"));

        territory.Profile.IsPlaceholder.ShouldBeTrue();
        territory.Gaps.ShouldBe([RegisterGap.NotNamed]);
        territory.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_network_is_told_with_the_body_through_which_a_territory_belongs()
    {
        var territory = await App.SendAsync(new GetTerritory.Query("flanders"));

        territory.Networks.Count.ShouldBe(2);
        territory.Networks.ShouldAllBe(n => n.Through == "OVAM");
    }

    [Fact]
    public async Task An_address_that_nobody_has_is_not_found() =>
        (await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetTerritory.Query("atlantis")))).Message.ShouldContain("atlantis");
}

public sealed class GetTerritoryOnSqlite(SqliteApp app) : GetTerritoryTests(app), IClassFixture<SqliteApp>;

public sealed class GetTerritoryOnPostgres(PostgresApp app) : GetTerritoryTests(app), IClassFixture<PostgresApp>;
