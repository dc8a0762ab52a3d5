using Ccri.Domain.Knowledge;
using Ccri.Domain.WorkingGroups;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Tests.Programme;

/// <summary>Sessions and events that are invented; that they are the same in both databases tests <see cref="DemonstrationTests"/>.</summary>
public sealed class DemonstrationSessionsTests(FilledSqliteApp app) : IClassFixture<FilledSqliteApp>
{
    private static readonly DateOnly Day = TestDatabases.DemonstrationDay;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_group_has_had_a_year_of_sessions_with_items_of_all_kinds_and_states_follow_ups_and_one_ahead()
    {
        var (sessions, groups, loaded) = await app.WithDatabaseAsync(async db => (
            await db.Sessions.AsNoTracking().AsSplitQuery().Include(s => s.Items).ThenInclude(i => i.Territories).Include(s => s.Items).ThenInclude(i => i.Solutions)
                .Include(s => s.Attendees).Include(s => s.Guests).Include(s => s.Steps).Include(s => s.Objections).OrderBy(s => s.StartsAt).ToListAsync(Cancellation),
            await db.WorkingGroups.AsNoTracking().ToDictionaryAsync(g => g.Code, g => g.Id, Cancellation), await db.LoadedRows.Select(r => r.SubjectId).ToHashSetAsync(Cancellation)));
        sessions.RemoveAll(s => loaded.Contains(s.Id));

        foreach (var (code, id) in groups)
        {
            var own = sessions.Where(s => s.WorkingGroupId == id && s.Kind == SessionKind.Session).ToList();
            own.Count(s => s.On < Day).ShouldBeInRange(9, 12, code);
            own.Count(s => s.On > Day).ShouldBe(1, code);
            own.Where(s => s.On < Day).ShouldAllBe(s => s.Items.Count >= 3 && s.Items.Count <= 9 && s.AttendanceIsTaken);
            own.Last(s => s.On < Day).State.ShouldBe(SessionState.Draft, code);
            own.SelectMany(s => s.Items).ShouldContain(i => i.Solutions.Count > 0 && i.Territories.Count > 0, code);
        }
        var items = sessions.SelectMany(s => s.Items).ToList();
        items.Select(i => i.Kind).Distinct().Count().ShouldBe(Enum.GetValues<ItemKind>().Length);
        items.ShouldContain(i => i.IsOpen && i.Due < Day);
        items.ShouldContain(i => i.IsOpen && i.Due > Day);
        items.ShouldContain(i => i.DoneAt != null);
        items.Where(i => i.LeftOutReason != null).ShouldHaveSingleItem();
        sessions.Select(s => s.State).Distinct().Count().ShouldBe(Enum.GetValues<SessionState>().Length);
        sessions.SelectMany(s => s.Objections).Count(o => o.State == ObjectionState.Open).ShouldBe(1);
        sessions.ShouldContain(s => s.Zone == "Europe/Helsinki");
        sessions.ShouldContain(s => s.SubGroupId != null && s.Attendees.Count == 1);
        sessions.ShouldContain(s => s.Kind == SessionKind.StudyVisit && s.LastOn == new DateOnly(2026, 10, 25)); // over the night in which the clocks are put back
        sessions.SelectMany(s => s.Guests).ShouldContain(g => g.Organisation.Contains("Σύλλογος"));
        sessions.ShouldAllBe(s => s.Topic.StartsWith("Illustrative: ") && s.LoggedById != null);
        var absent = await app.WithDatabaseAsync(db => db.Territories.Where(t => t.Slug == "strasbourg").Select(t => t.Id).SingleAsync(Cancellation));
        sessions.Where(s => s.WorkingGroupId == groups["TWG-C"] && s.Kind == SessionKind.Session && s.On < Day).TakeLast(3).ShouldAllBe(s => s.Attendees.Any(a => a.TerritoryId == absent && a.Presence == Presence.Missing));

        (await app.WithDatabaseAsync(async db => (
            await db.SessionItems.CountAsync(i => !i.Text.StartsWith("Illustrative: "), Cancellation), await db.GroupReportTexts.CountAsync(t => !t.Text!.StartsWith("Illustrative: "), Cancellation),
            await db.GroupReportTexts.Select(t => t.WorkingGroupId).Distinct().CountAsync(Cancellation),
            await db.Sessions.CountAsync(s => s.Topic.StartsWith("Illustrative") && !db.FactNotes.Any(n => n.SubjectId == s.Id && n.Confidence == Confidence.Illustrative), Cancellation)))).ShouldBe((0, 0, 2, 0));
    }
}
