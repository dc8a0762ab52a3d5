using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.WorkingGroups;

public abstract class AttendanceTests(CcriApp app) : BothDatabases(app)
{
    [Fact]
    public async Task Only_sessions_that_took_place_count_and_who_was_no_member_then_has_no_mark()
    {
        var group = await App.NewGroupAsync("asker", "uppsala");
        await App.HeldAsync(group, 40, "asker");
        await App.WithDatabaseAsync(async db =>
        {
            var membership = new GroupMembership(group.Id, MemberCategory.Fellow, await db.Territories.Where(t => t.Slug == "bergen").Select(t => t.Id).SingleAsync(Cancellation), null);
            membership.Last(Today.AddDays(-35), null);
            db.GroupMemberships.Add(membership);
            return await db.SaveChangesAsync(Cancellation);
        });
        await App.HeldAsync(group, 30, "asker", "bergen", "munich");
        await App.MeetAsync(group, SessionKind.Webinar, 20, "uppsala");
        await App.HeldAsync(group, -5, "asker");

        var found = await App.SendAsync(new GetAttendance.Query(group.Code));

        found.Sessions.Select(s => s.On).ShouldBe([Today.AddDays(-40), Today.AddDays(-30)]);
        found.Rows.Select(r => (r.Member.Slug, r.Attended.Words, r.MissedInARow)).ShouldBe([("asker", "2 of 2", 0), ("uppsala", "0 of 2", 2), ("bergen", "1 of 1", 0)]);
        found.Rows[2].Attended.Marks.ShouldBe([null, Presence.Present]);
    }

    [Fact]
    public async Task The_latest_twelve_are_shown_and_what_was_missed_before_them_still_counts()
    {
        var group = await App.NewGroupAsync("asker", "uppsala");
        foreach (var days in Enumerable.Range(1, 15))
            await App.HeldAsync(group, days * 7, "asker");

        var found = await App.SendAsLeadAsync(new GetAttendance.Query(group.Code), group.Id);

        (found.Sessions.Count, found.Sessions[^1].On).ShouldBe((12, Today.AddDays(-7)));
        found.Rows.Select(r => (r.Member.Slug, r.Attended.Words, r.MissedInARow)).ShouldBe([("asker", "12 of 12", 0), ("uppsala", "0 of 12", 15)]);
    }

    [Fact]
    public async Task A_former_member_stays_while_it_stands_in_the_sessions_that_are_shown()
    {
        var group = await App.NewGroupAsync("asker", "uppsala");
        await App.HeldAsync(group, 20, "uppsala");
        await App.WithDatabaseAsync(async db =>
        {
            (await db.GroupMemberships.SingleAsync(m => m.WorkingGroupId == group.Id && db.Territories.Any(t => t.Id == m.TerritoryId && t.Slug == "uppsala"), Cancellation)).Last(null, Today.AddDays(-10));
            return await db.SaveChangesAsync(Cancellation);
        });

        (await App.SendAsync(new GetAttendance.Query(group.Code))).Rows.Select(r => (r.Member.Slug, r.IsOver)).ShouldBe([("asker", false), ("uppsala", true)]);
    }

    [Fact]
    public async Task Over_all_groups_who_came_least_is_first_and_three_misses_in_a_row_are_told()
    {
        var (one, two) = (await App.NewGroupAsync("asker", "uppsala", "munich"), await App.NewGroupAsync("asker", "munich"));
        foreach (var days in (int[])[50, 40, 30, 20])
            await App.HeldAsync(one, days, days == 50 ? ["asker", "uppsala"] : ["asker"]);
        await App.HeldAsync(two, 10, "munich");

        var all = await App.SendAsync(new ListAttendance.Query());
        var single = await App.SendAsync(new ListAttendance.Query(one.Code, Today.AddDays(-45)));

        var index = all.Groups.ToList().FindIndex(g => g.Code == one.Code);
        all.Rows.Single(r => r.Slug == "uppsala").Of[index]!.Words.ShouldBe("1 of 4");
        all.Rows.Single(r => r.Slug == "castilla-y-leon").Together.Words.ShouldBeNull();
        all.Rows.Where(r => r.Together.Rate is not null).Select(r => r.Together.Rate!.Value).ShouldBeInOrder();
        all.Rows.SkipWhile(r => r.Together.Rate is not null).ShouldAllBe(r => r.Together.Rate == null);
        all.Missing.Where(m => m.Code == one.Code).Select(m => (m.Slug, m.Times, m.LastCame)).ShouldBe([("munich", 4, null), ("uppsala", 3, Today.AddDays(-50))]);
        (single.Groups.Count, single.Sessions).ShouldBe((1, 3));
        single.Rows.Select(r => (r.Slug, r.Together.Words)).ShouldBe([("munich", "0 of 3"), ("uppsala", "0 of 3"), ("asker", "3 of 3")]);
        (await App.SendAsync(new ListAttendance.Query(two.Code, Today))).ShouldSatisfyAllConditions(a => a.Sessions.ShouldBe(0), a => a.Rows.Count.ShouldBe(2), a => a.Missing.ShouldBeEmpty());
    }

    [Fact]
    public async Task The_pages_and_the_spreadsheets_tell_it_in_words()
    {
        var group = await App.NewGroupAsync("asker", "uppsala");
        foreach (var days in (int[])[9, 8, 7])
            await App.HeldAsync(group, days, "asker");
        using var lead = await App.SignedInAsync(Role.Lead, group.Code);

        var (page, all, csv, allCsv) = (await lead.PageAsync($"/working-groups/{group.Code}/attendance"), await lead.PageAsync("/working-groups/attendance?to=nonsense"),
            await lead.GetStringAsync($"/working-groups/{group.Code}/attendance.csv", Cancellation), await lead.GetStringAsync($"/working-groups/attendance.csv?group={group.Code}", Cancellation));

        (page.Contains("took part"), page.Contains("<b>missing</b>"), page.Contains("<b>3 times</b>")).ShouldBe((true, true, true));
        all.ShouldContain("Missing three times or more in a row");
        csv.ShouldContain("Uppsala,Pilot,Missing,Missing,Missing,0,3,3");
        allCsv.ShouldContain("Asker,3,3,3,3,0");
    }
}

public sealed class AttendanceOnSqlite(SqliteApp app) : AttendanceTests(app), IClassFixture<SqliteApp>;

public sealed class AttendanceOnPostgres(PostgresApp app) : AttendanceTests(app), IClassFixture<PostgresApp>;
