using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Features.WorkingGroups;
using Ccri.Web.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Ccri.Web.Tests.WorkingGroups;

/// <summary>What tests about working groups need again and again.</summary>
internal static class GroupSamples
{
    public const string Source = "Letter of the leader, 3 Nov 2026";

    private static int _groups;

    /// <summary>A group of its own, so that no test disturbs another.</summary>
    /// <param name="members">Slugs of territories.</param>
    public static async Task<WorkingGroup> NewGroupAsync(this CcriApp app, params string[] members)
    {
        var group = new WorkingGroup($"T-{Interlocked.Increment(ref _groups)}");
        group.Call($"Gruppe {group.Code} Łódź Δυτική Пловдив");
        await app.WithDatabaseAsync(async db =>
        {
            db.WorkingGroups.Add(group);
            foreach (var territory in await db.Territories.Where(t => members.Contains(t.Slug)).ToListAsync())
                db.GroupMemberships.Add(new GroupMembership(group.Id, MemberCategory.Pilot, territory.Id, null));
            return await db.SaveChangesAsync();
        });
        return group;
    }

    /// <summary>A session that took place so many days ago, at which these came and the other members did not.</summary>
    public static Task<Session> HeldAsync(this CcriApp app, WorkingGroup group, int daysAgo, params string[] came) => app.MeetAsync(group, SessionKind.Session, daysAgo, came);

    public static Task<Session> MeetAsync(this CcriApp app, WorkingGroup group, SessionKind kind, int daysAgo, params string[] came) => app.WithDatabaseAsync(async db =>
    {
        var now = app.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var on = app.Services.GetRequiredService<ProgrammeCalendar>().Today.AddDays(-daysAgo);
        var session = new Session(kind, group.Id, null, $"Πρακτικά {daysAgo}", new SessionTime(on, null, new TimeOnly(10, 0), new TimeOnly(11, 30), SessionTime.Brussels), now.AddDays(-daysAgo));
        var members = (await db.GroupMemberships.Where(m => m.WorkingGroupId == group.Id && (m.From == null || m.From <= on) && (m.To == null || m.To >= on)).ToListAsync()).ConvertAll(m => new Attendance(m.Category, m.TerritoryId, m.OrganisationId));
        var ids = await db.Territories.Where(t => came.Contains(t.Slug)).Select(t => t.Id).ToListAsync();
        session.Attend([.. ids.Select(id => members.Find(m => m.TerritoryId == id) ?? new Attendance(null, id, null))], members, now);
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        return session;
    });

    /// <summary>As the lead of this group, or of a part of it.</summary>
    public static async Task<T> SendAsLeadAsync<T>(this CcriApp app, IRequest<T> message, Guid groupId, Guid? subGroupId = null)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAs(Guid.CreateVersion7(), "Test lead", [new ScopedRole(Role.Lead, null, groupId, subGroupId)]);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message, TestContext.Current.CancellationToken);
    }

    public static async Task<MemberLine> MemberAsync(this CcriApp app, WorkingGroup group, string slug) =>
        (await app.SendAsync(new GetGroup.Query(group.Code))).Members.Select(m => m.Line).First(m => m.Slug == slug);
}
