using Ccri.Web.Errors;
using Ccri.Web.Features.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Organisations;

public abstract class NetworksTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task An_organisation_joins_a_network_and_leaves_it_and_may_join_again()
    {
        var organisation = await App.NewOrganisationAsync();
        var join = new AddNetworkMembership.Command { OrganisationId = organisation, Network = "CEN", From = new(2020, 1, 1), Source = OrganisationSamples.Source };
        var id = await App.SendAsync(join, Domain.Accounts.Role.Officer);

        (await App.RefusedAsync(join))["Network"].ShouldContain("a member of Circular Europe Network already (since 1 Jan 2020)");
        await LeaveAsync(id, new(2024, 6, 30));
        await App.SendAsync(join with { From = new(2024, 7, 1) });

        (await App.SendAsync(new GetOrganisation.Query(organisation))).Networks.Select(n => (n.Name, n.From, n.To, n.IsOver)).ShouldBe(
            [("Circular Europe Network", new DateOnly(2020, 1, 1), new DateOnly(2024, 6, 30), true), ("Circular Europe Network", new DateOnly(2024, 7, 1), null, false)]);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_at_its_field()
    {
        var organisation = await App.NewOrganisationAsync();

        (await App.RefusedAsync(new AddNetworkMembership.Command { OrganisationId = organisation })).Keys.ShouldBe(["Network", "Source"], ignoreOrder: true);
        (await App.RefusedAsync(new AddNetworkMembership.Command { OrganisationId = organisation, Network = "NOPE", Source = "x" }))["Network"].ShouldContain("no such network");
        var id = await App.SendAsync(new AddNetworkMembership.Command { OrganisationId = organisation, Network = "CoM", From = new(2020, 1, 1), Source = "x" });
        (await App.RefusedAsync(new EndNetworkMembership.Command { Id = id })).Keys.ShouldBe(["Day"]);
        (await App.RefusedAsync((await App.SendAsync(new GetNetworkMembership.Query(id))).Form with { Day = new(2019, 12, 31) }))["Day"].ShouldContain("before the start");
    }

    [Fact]
    public async Task The_end_of_a_membership_carries_its_source_and_does_not_reach_into_a_later_one()
    {
        var organisation = await App.NewOrganisationAsync();
        var join = new AddNetworkMembership.Command { OrganisationId = organisation, Network = "CEN", To = new(2023, 12, 31), Source = OrganisationSamples.Source };
        var form = (await App.SendAsync(new GetNetworkMembership.Query(await App.SendAsync(join)))).Form;
        await App.SendAsync(join with { From = new(2025, 1, 1), To = null });

        (await App.RefusedAsync(form with { Day = new(2022, 12, 31) })).Keys.ShouldBe(["Source"]);
        (await App.RefusedAsync(form with { Day = new(2025, 1, 1), Source = "Its list" })).Keys.ShouldBe(["Day"]);
        await App.SendAsync(form with { Day = new(2022, 12, 31), Source = "Its list" });

        (await App.SendAsync(new GetOrganisation.Query(organisation))).Networks.Single(n => n.IsOver).Source!.Sources.ShouldBe(["Its list"]);
    }

    [Fact]
    public async Task The_membership_of_a_territory_is_not_ended_here()
    {
        var ofTerritory = await App.WithDatabaseAsync(db => db.NetworkMemberships.Where(m => m.TerritoryId != null).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync(Cancellation));

        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new GetNetworkMembership.Query(ofTerritory)));
        await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new EndNetworkMembership.Command { Id = ofTerritory, Day = new(2026, 1, 1) }));
    }

    private async Task LeaveAsync(Guid id, DateOnly day) => await App.SendAsync((await App.SendAsync(new GetNetworkMembership.Query(id))).Form with { Day = day, Source = OrganisationSamples.Source });
}

public sealed class NetworksOnSqlite(SqliteApp app) : NetworksTests(app), IClassFixture<SqliteApp>;

public sealed class NetworksOnPostgres(PostgresApp app) : NetworksTests(app), IClassFixture<PostgresApp>;
