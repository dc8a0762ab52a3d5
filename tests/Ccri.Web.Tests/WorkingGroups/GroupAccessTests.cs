using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Ccri.Web.Tests.Territories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>Who writes where, and who reads which minutes.</summary>
public abstract class GroupAccessTests(CcriApp app) : BothDatabases(app)
{
    private static readonly DateOnly Day = new(2026, 6, 10);

    [Fact]
    public async Task A_lead_writes_in_the_own_group_and_a_coordinator_of_a_sub_group_only_there()
    {
        var (b, c, part, territory) = (await GroupAsync("TWG-B"), await GroupAsync("TWG-C"), await PartAsync(), await App.TerritoryIdAsync("uppsala"));

        Writes(new(Role.Lead, null, b), b, null).ShouldBeTrue();
        Writes(new(Role.Lead, null, b), b, part).ShouldBeTrue("who leads the group leads its parts");
        Writes(new(Role.Lead, null, b), c, null).ShouldBeFalse();
        Writes(new(Role.Lead, null, b), null, null).ShouldBeFalse("events for everybody are the office's");
        Writes(new(Role.Lead, null, b, part), b, part).ShouldBeTrue();
        Writes(new(Role.Lead, null, b, part), b, null).ShouldBeFalse("nor does it lead the whole group");
        Writes(new(Role.Lead, null, b, part), b, Guid.NewGuid()).ShouldBeFalse();
        foreach (var everywhere in (ScopedRole[])[new(Role.Lead, null, null), new(Role.Coordinator, null, null), new(Role.Officer, null, null)])
        {
            Writes(everywhere, b, part).ShouldBeTrue();
            Writes(everywhere, null, null).ShouldBeTrue();
        }
        foreach (var nowhere in (ScopedRole[])[new(Role.Officer, territory, null), new(Role.Territory, territory, null), new(Role.Desk, null, null)])
        {
            Writes(nowhere, b, null).ShouldBeFalse();
            Writes(nowhere, null, null).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task The_desk_reads_final_minutes_and_a_territory_what_was_circulated_of_its_groups_and_of_what_it_came_to()
    {
        var sessions = await SessionsAsync();
        Guid castilla = await App.TerritoryIdAsync("castilla-y-leon"), uppsala = await App.TerritoryIdAsync("uppsala"), bergen = await App.TerritoryIdAsync("bergen");

        (await SeenAsync(new(Role.Officer, null, null), sessions)).ShouldBe(sessions.Keys, ignoreOrder: true);
        (await SeenAsync(new(Role.Lead, null, await GroupAsync("TWG-C")), sessions)).ShouldBe(sessions.Keys, ignoreOrder: true, "leads read all and write in their own");
        (await SeenAsync(new(Role.Desk, null, null), sessions)).ShouldBe(["final", "event"], ignoreOrder: true);
        (await SeenAsync(new(Role.Territory, castilla, null), sessions)).ShouldBe(["circulated", "final", "event"], ignoreOrder: true, "a member of the group");
        (await SeenAsync(new(Role.Territory, uppsala, null), sessions)).ShouldBe(["circulated", "event"], ignoreOrder: true, "no member, and came once");
        (await SeenAsync(new(Role.Territory, bergen, null), sessions)).ShouldBe(["event"]);
    }

    [Fact]
    public async Task Who_has_left_a_group_reads_the_minutes_of_its_time_there()
    {
        var (group, bergen) = (await GroupAsync("TWG-RM"), await App.TerritoryIdAsync("bergen"));
        await App.WithDatabaseAsync(async db =>
        {
            var membership = new GroupMembership(group, MemberCategory.Fellow, bergen, null);
            membership.Last(Day.AddDays(-10), Day.AddDays(10));
            db.Add(membership);
            db.AddRange(Session("then", group, Day, SessionState.Final), Session("later", group, Day.AddDays(20), SessionState.Final));
            return await db.SaveChangesAsync(Cancellation);
        });

        (await SeenAsync(new(Role.Territory, bergen, null), new() { ["then"] = "then", ["later"] = "later" })).ShouldBe(["then"]);
    }

    private static Session Session(string topic, Guid? group, DateOnly on, SessionState state, Guid? came = null)
    {
        var session = new Session(group is null ? SessionKind.Conference : SessionKind.Session, group, null, topic, new SessionTime(on, null, null, null, SessionTime.Brussels), DateTime.UtcNow);
        session.Attend(came is { } territory ? [new Attendance(null, territory, null)] : [], [], new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        if (state != SessionState.Draft)
            session.Circulate(null, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc));
        if (state == SessionState.Final)
            session.Finalise(null, new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc));
        return session;
    }

    private async Task<Dictionary<string, string>> SessionsAsync()
    {
        var (group, uppsala) = (await GroupAsync("TWG-B"), await App.TerritoryIdAsync("uppsala"));
        await App.WithDatabaseAsync(async db =>
        {
            if (!await db.Sessions.AnyAsync(s => s.Topic == "circulated", Cancellation))
                db.AddRange(Session("draft", group, Day, SessionState.Draft, uppsala), Session("circulated", group, Day, SessionState.Circulated, uppsala), Session("final", group, Day, SessionState.Final), Session("event", null, Day, SessionState.Final), Session("event draft", null, Day, SessionState.Draft));
            return await db.SaveChangesAsync(Cancellation);
        });
        return new[] { "draft", "circulated", "final", "event", "event draft" }.ToDictionary(topic => topic);
    }

    private async Task<List<string>> SeenAsync(ScopedRole role, Dictionary<string, string> among)
    {
        await using var scope = App.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Guid.CreateVersion7(), "Test", [role]);
        var (groups, db) = (scope.ServiceProvider.GetRequiredService<GroupAccess>(), scope.ServiceProvider.GetRequiredService<CcriDbContext>());
        return await groups.Visible(db.Sessions.Where(s => among.Keys.Contains(s.Topic))).Select(s => s.Topic).ToListAsync(Cancellation);
    }

    private bool Writes(ScopedRole role, Guid? group, Guid? part)
    {
        using var scope = App.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Guid.CreateVersion7(), "Test", [role]);
        return scope.ServiceProvider.GetRequiredService<GroupAccess>().MayWrite(group, part);
    }

    private Task<Guid> GroupAsync(string code) => App.WithDatabaseAsync(db => db.WorkingGroups.Where(g => g.Code == code).Select(g => g.Id).SingleAsync(Cancellation));

    private Task<Guid> PartAsync() => App.WithDatabaseAsync(db => db.SubGroups.Select(g => g.Id).FirstAsync(Cancellation));
}

public sealed class GroupAccessOnSqlite(SqliteApp app) : GroupAccessTests(app), IClassFixture<SqliteApp>;

public sealed class GroupAccessOnPostgres(PostgresApp app) : GroupAccessTests(app), IClassFixture<PostgresApp>;
