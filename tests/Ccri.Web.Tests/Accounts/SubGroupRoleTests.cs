using System.Net;
using Ccri.Domain.Accounts;
using Ccri.Web.Errors;
using Ccri.Web.Features.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Accounts;

/// <summary>A role for a part of a working group.</summary>
public abstract class SubGroupRoleTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Sub_groups_are_offered_under_their_group()
    {
        var groups = (await App.SendAsync(new GetScopes.Query())).Groups;

        groups.Count.ShouldBe(5);
        (groups[0].Key, groups[1].Name, groups[2].Key).ShouldBe(("TWG-B", "Circular Bioeconomy, Biofertilisers and nutrients", "TWG-C"));
        groups[1].Key.ShouldBe($"TWG-B/{await SubGroupAsync()}");
    }

    [Fact]
    public async Task Somebody_is_invited_for_a_sub_group_and_the_role_says_so()
    {
        var key = $"TWG-B/{await SubGroupAsync()}";
        using var coordinator = await App.SignedInAsync(Role.Coordinator, followsRedirects: false);

        var sent = await coordinator.PostFormAsync("/accounts/invite", ("Input.Name", "Ιωάννα"), ("Input.Email", "part@example.org"), ("Input.Role", "Lead"), ("Input.Territory", ""), ("Input.Group", key));

        sent.StatusCode.ShouldBe(HttpStatusCode.Redirect, await sent.TextAsync());
        var id = await App.WithDatabaseAsync(db => db.Persons.Where(p => p.Email == "part@example.org").Select(p => p.Id).SingleAsync(Cancellation));
        var role = (await App.SendAsync(new GetPerson.Query(id))).Roles.Single();
        (role.ScopeKey, role.Words).ShouldBe((key, "Working-group lead for Circular Bioeconomy, Biofertilisers and nutrients"));
        (await coordinator.PageAsync($"/accounts/{id}")).ShouldContain("Biofertilisers and nutrients");
        await App.SendAsync(new GiveRole.Command(id, Role.Lead, null, "TWG-B", null, null)); // the whole is another role
    }

    [Fact]
    public async Task The_command_line_takes_the_name_and_refuses_what_is_not_of_the_group()
    {
        await App.SendAsSystemAsync(new AddPerson.Command("named.part@example.org", null, Role.Lead, "TWG-B/Biofertilisers and nutrients"));

        var given = await App.WithDatabaseAsync(db => db.RoleAssignments.Where(r => db.Persons.Any(p => p.Id == r.PersonId && p.Email == "named.part@example.org")).SingleAsync(Cancellation));
        given.SubGroupId.ShouldBe(await SubGroupAsync());
        foreach (var wrong in new[] { $"TWG-C/{await SubGroupAsync()}", "TWG-B/nothing", $"TWG-B/{Guid.Empty}", "TWG-B/" })
            await Should.ThrowAsync<NotFoundException>(() => App.SendAsync(new AddPerson.Command("wrong.part@example.org", null, Role.Lead, wrong)));
    }

    private Task<Guid> SubGroupAsync() => App.WithDatabaseAsync(db => db.SubGroups.Select(s => s.Id).SingleAsync(Cancellation));
}

public sealed class SubGroupRolesOnSqlite(SqliteApp app) : SubGroupRoleTests(app), IClassFixture<SqliteApp>;

public sealed class SubGroupRolesOnPostgres(PostgresApp app) : SubGroupRoleTests(app), IClassFixture<PostgresApp>;
