using Ccri.Domain.Accounts;
using Ccri.Domain.Organisations;
using Ccri.Domain.Territories;
using Ccri.Web.Errors;
using Ccri.Web.Features.Territories;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Territories;

/// <summary>Members and networks of a territory: whose they are to change, and what their forms ask for.</summary>
public abstract class MemberScopeTests(CcriApp app) : BothDatabases(app)
{
    private const string Source = "Its site";

    [Theory]
    [InlineData(Role.Officer)]
    [InlineData(Role.Territory)]
    public async Task Members_and_networks_are_changed_by_those_of_the_territory_and_nobody_of_another(Role role)
    {
        var (own, other) = (await App.TerritoryIdAsync("asker"), await App.TerritoryIdAsync("tampere-region"));
        var member = await App.SendAsync(new EditClusterMember.Query(await MemberAsync(other)));
        var membership = await App.SendAsync(new EditNetworkMembership.Query(await MembershipAsync(other, "CEN")));
        Func<Guid, Task>[] messages =
        [
            scope => App.SendAsync(new AddClusterMember.Command { Slug = "tampere-region", Name = "Nokia", Source = Source }, role, scope),
            scope => App.SendAsync(new EditClusterMember.Query(member.Id), role, scope),
            scope => App.SendAsync(member with { Name = "Nokia", Source = Source }, role, scope),
            scope => App.SendAsync(new JoinNetwork.Command { Slug = "tampere-region", Network = "CoM", From = new(2099, 1, 1), Source = Source }, role, scope),
            scope => App.SendAsync(new EditNetworkMembership.Query(membership.Id), role, scope),
            scope => App.SendAsync(membership with { Through = "The council" }, role, scope),
        ];

        foreach (var send in messages)
            await Should.ThrowAsync<NotAllowedException>(() => send(own));
        await messages[1](other);
        await messages[4](other);
    }

    [Fact]
    public async Task A_member_lies_in_a_country_that_there_is()
    {
        var command = new AddClusterMember.Command { Slug = "tampere-region", Name = "Nowhere", Country = "ZZ", Source = Source };
        await App.ChangeTerritoryAsync("tampere-region", territory => territory.Classify(TerritoryType.Cluster));
        var form = await App.SendAsync(new EditClusterMember.Query(await MemberAsync(await App.TerritoryIdAsync("tampere-region"))));

        foreach (var send in (Func<Task>[])[() => App.SendAsync(command), () => App.SendAsync(form with { Country = "ZZ", Source = Source })])
            (await Should.ThrowAsync<ValidationException>(send)).Errors.Select(e => (e.PropertyName, e.ErrorMessage)).ShouldBe([("Country", "There is no such country. Choose one of the list.")]);
        (await App.WithDatabaseAsync(db => db.ClusterMembers.AnyAsync(m => m.CountryCode == "ZZ", Cancellation))).ShouldBeFalse();
    }

    private Task<Guid> MemberAsync(Guid territory) => App.WithDatabaseAsync(async db =>
    {
        var member = new ClusterMember(territory, $"Member {Guid.NewGuid():N}", "FI");
        db.ClusterMembers.Add(member);
        await db.SaveChangesAsync(Cancellation);
        return member.Id;
    });

    private Task<Guid> MembershipAsync(Guid territory, string network) => App.WithDatabaseAsync(async db =>
    {
        var membership = new NetworkMembership(await db.Networks.Where(n => n.Code == network).Select(n => n.Id).SingleAsync(Cancellation), territory, null);
        membership.Last(new(2001, 1, 1), new(2001, 12, 31));
        db.NetworkMemberships.Add(membership);
        await db.SaveChangesAsync(Cancellation);
        return membership.Id;
    });
}

public sealed class MemberScopeOnSqlite(SqliteApp app) : MemberScopeTests(app), IClassFixture<SqliteApp>;

public sealed class MemberScopeOnPostgres(PostgresApp app) : MemberScopeTests(app), IClassFixture<PostgresApp>;
