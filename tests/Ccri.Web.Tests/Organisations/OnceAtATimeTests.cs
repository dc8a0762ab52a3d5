using Ccri.Domain.Organisations;
using Ccri.Web.Features.Organisations;
using Ccri.Web.Features.Territories;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static Ccri.Web.Tests.Organisations.OrganisationSamples;

namespace Ccri.Web.Tests.Organisations;

/// <summary>What holds once at a time holds once, however many look at the same moment that it is not there yet.</summary>
public abstract class OnceAtATimeTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task A_role_that_several_give_at_once_is_given_once()
    {
        var organisation = await App.NewOrganisationAsync();

        (await AtOnceAsync(() => App.SendAsync(Role(organisation, OrganisationRoleKind.SupportingExpert, "munich")))).ShouldAllBe(refused => refused.Contains("already"));

        (await App.SendAsync(new GetOrganisation.Query(organisation))).Roles.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_network_that_several_add_to_an_organisation_at_once_is_added_once()
    {
        var organisation = await App.NewOrganisationAsync();

        (await AtOnceAsync(() => App.SendAsync(new AddNetworkMembership.Command { OrganisationId = organisation, Network = "CEN", Source = Source }))).ShouldAllBe(refused => refused.Contains("already"));

        (await App.SendAsync(new GetOrganisation.Query(organisation))).Networks.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_network_that_several_add_to_a_territory_at_once_is_added_once()
    {
        var network = await UnusedAsync("lucca");

        (await AtOnceAsync(() => App.SendAsync(new JoinNetwork.Command { Slug = "lucca", Network = network, Source = Source }))).ShouldAllBe(refused => refused.Contains("already"));

        (await App.SendAsync(new GetTerritory.Query("lucca"))).Networks.Count(n => n.Code == network).ShouldBe(1);
    }

    [Fact]
    public async Task A_membership_that_ended_is_not_opened_again_beside_a_later_one()
    {
        var (network, territory) = (await UnusedAsync("uppsala"), await App.TerritoryIdAsync("uppsala"));
        var earlier = await App.WithDatabaseAsync(async db =>
        {
            var membership = new NetworkMembership(await db.Networks.Where(n => n.Code == network).Select(n => n.Id).SingleAsync(Cancellation), territory, null);
            membership.Last(new(2020, 1, 1), new(2022, 12, 31));
            db.NetworkMemberships.Add(membership);
            await db.SaveChangesAsync(Cancellation);
            return membership.Id;
        });
        await App.SendAsync(new JoinNetwork.Command { Slug = "uppsala", Network = network, From = new(2024, 1, 1), Source = Source });

        var refused = (await Should.ThrowAsync<ValidationException>(async () => await App.SendAsync(await App.SendAsync(new EditNetworkMembership.Query(earlier)) with { To = null }))).Errors;

        refused.Select(e => e.PropertyName).ShouldContain("To");
    }

    [Fact]
    public async Task The_last_place_of_a_tier_is_taken_once()
    {
        var day = new DateOnly(2026, 10, 1);
        var fellows = await App.WithDatabaseAsync(async db =>
        {
            var pilot = await db.Tiers.SingleAsync(t => t.Code == "pilot", Cancellation);
            pilot.MakeRoomFor(await db.Participations.CountAsync(p => p.TierId == pilot.Id && p.To == null, Cancellation) + 1);
            await db.SaveChangesAsync(Cancellation);
            return await db.Territories.Where(t => !t.IsPlaceholder && t.Participations.Any(p => p.To == null && db.Tiers.Any(x => x.Id == p.TierId && x.Code == "fellow")))
                .OrderBy(t => t.Slug).Take(4).Select(t => new ChangeTier.Command { Slug = t.Slug, Version = t.Version, Tier = "pilot", From = day, Source = Source }).ToListAsync(Cancellation);
        });

        var refused = await Task.WhenAll(fellows.Select(command => Task.Run(() => Record.ExceptionAsync(() => App.SendAsync(command, Domain.Accounts.Role.Officer)).AsTask(), Cancellation)));

        refused.Count(exception => exception is null).ShouldBe(1);
        refused.OfType<Exception>().ShouldAllBe(exception => exception is DbUpdateConcurrencyException || exception is ValidationException);
    }

    /// <summary>Four at once; the sentences by which all but one are refused.</summary>
    private static async Task<string[]> AtOnceAsync<T>(Func<Task<T>> send)
    {
        var refused = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            try
            {
                await send();
                return null;
            }
            catch (ValidationException refusal)
            {
                return refusal.Message;
            }
        }, Cancellation)));
        return [.. refused.OfType<string>()];
    }

    private Task<string> UnusedAsync(string territory) => App.WithDatabaseAsync(db => db.Networks
        .Where(n => !db.NetworkMemberships.Any(m => m.NetworkId == n.Id && db.Territories.Any(t => t.Id == m.TerritoryId && t.Slug == territory)))
        .OrderBy(n => n.Code).Select(n => n.Code).FirstAsync(Cancellation));
}

public sealed class OnceAtATimeOnSqlite(SqliteApp app) : OnceAtATimeTests(app), IClassFixture<SqliteApp>;

public sealed class OnceAtATimeOnPostgres(PostgresApp app) : OnceAtATimeTests(app), IClassFixture<PostgresApp>;
