using Ccri.Domain.Accounts;
using Ccri.Web.Errors;
using Ccri.Web.Features.Plans;
using Ccri.Web.Features.Territories;
using Ccri.Web.Security;
using Ccri.Web.Tests.Accounts;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.Territories;

/// <summary>What a role allows, it allows within its scope; and the scopes of two roles do not add up.</summary>
public abstract class ScopeTests(CcriApp app) : BothDatabases(app)
{
    private const string Own = "asker", Other = "uppsala";

    [Fact]
    public async Task Who_is_of_the_desk_and_answers_for_a_territory_sees_live_plans_of_that_territory_only()
    {
        IReadOnlyList<ScopedRole> roles = [new(Role.Desk, null, null), .. await RolesAsync((Role.Territory, Own))];

        (await TryAsync(new GetTerritoryPlans.Query(Own), roles)).ShouldBeNull();
        (await TryAsync(new GetTerritoryPlans.Query(Other), roles)).ShouldBeOfType<NotAllowedException>();
        (await TryAsync(new GetTerritory.Query(Other), roles)).ShouldBeNull();
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Guid.CreateVersion7(), "Test", roles);
        (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ListPlans.Query(), Cancellation)).Rows.ShouldAllBe(row => row.Slug == Own);
    }

    [Fact]
    public async Task Nobody_changes_a_territory_outside_of_the_own_scope()
    {
        foreach (var roles in new[] { await RolesAsync((Role.Officer, Own)), await RolesAsync((Role.Territory, Own)) })
        {
            foreach (var message in await MessagesAsync(Other))
                (await TryAsync(message, roles)).ShouldBeOfType<NotAllowedException>(message.GetType().DeclaringType!.Name);
        }
    }

    [Fact]
    public async Task An_officer_of_one_territory_who_answers_for_another_does_nothing_of_the_office_there()
    {
        var roles = await RolesAsync((Role.Officer, Own), (Role.Territory, Other));
        foreach (var message in await OfficeMessagesAsync(Other))
            (await TryAsync(message, roles)).ShouldBeOfType<NotAllowedException>(message.GetType().DeclaringType!.Name);
        foreach (var message in await OfficeMessagesAsync(Own))
            (await TryAsync(message, roles)).ShouldNotBeOfType<NotAllowedException>(message.GetType().DeclaringType!.Name);
    }

    [Fact]
    public async Task Only_an_officer_of_everything_adds_a_territory()
    {
        var command = new CreateTerritory.Command { Name = "Somewhere", Country = "SE", Cohort = "2022", Tier = "fellow", Source = "x" };
        (await TryAsync(command, await RolesAsync((Role.Officer, Own)))).ShouldBeOfType<NotAllowedException>();
        (await TryAsync(command, [new ScopedRole(Role.Officer, null, null)])).ShouldNotBeOfType<NotAllowedException>();
    }

    private async Task<List<IBaseRequest>> MessagesAsync(string slug) =>
    [
        new EditTerritory.Query(slug), new EditTerritory.Command { Slug = slug, Name = "x" }, new ConfirmFacts.Command(slug, [Guid.Empty]),
        new JoinNetwork.Command { Slug = slug, Network = "x", Source = "x" }, new AddClusterMember.Command { Slug = slug, Name = "x", Source = "x" }, .. await OfficeMessagesAsync(slug),
    ];

    private async Task<List<IBaseRequest>> OfficeMessagesAsync(string slug)
    {
        var participation = await App.WithDatabaseAsync(db => db.Participations.Where(p => p.TerritoryId == db.Territories.Single(t => t.Slug == slug).Id).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(Cancellation));
        return
        [
            new GetOfficeForm.Query(slug), new ChangeTier.Command { Slug = slug, Tier = "fellow", From = new DateOnly(2026, 1, 1), Source = "x" },
            new JoinCohort.Command { Slug = slug, Cohort = "2022", Tier = "pilot", Source = "x" }, new NameTerritory.Command { Slug = slug, Name = "x", Country = "SE", Source = "x" },
            new LogContact.Command { Slug = slug, Text = "x" }, new EditParticipation.Query(participation),
        ];
    }

    private async Task<IReadOnlyList<ScopedRole>> RolesAsync(params (Role Role, string Slug)[] roles)
    {
        var scoped = new List<ScopedRole>();
        foreach (var (role, slug) in roles)
            scoped.Add(new ScopedRole(role, await App.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == slug).Select(t => (Guid?)t.Id).SingleAsync(Cancellation)), null));
        return scoped;
    }

    private async Task<Exception?> TryAsync(IBaseRequest message, IReadOnlyList<ScopedRole> roles)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Guid.CreateVersion7(), "Test", roles);
        try
        {
            await AccessTests.SendAsync(scope.ServiceProvider.GetRequiredService<IMediator>(), message);
            return null;
        }
        catch (Exception refusal) when (refusal is NotAllowedException or ValidationException or Ccri.Domain.RuleViolationException or NotFoundException or DbUpdateException)
        {
            return refusal;
        }
    }
}

public sealed class ScopeOnSqlite(SqliteApp app) : ScopeTests(app), IClassFixture<SqliteApp>;

public sealed class ScopeOnPostgres(PostgresApp app) : ScopeTests(app), IClassFixture<PostgresApp>;
