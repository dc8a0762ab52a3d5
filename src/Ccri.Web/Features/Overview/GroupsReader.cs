using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Overview;

/// <summary>What a lead has to see to in the own groups: what comes next, what was last, and what is left open.</summary>
public sealed class GroupsReader(CcriDbContext db, CurrentUser user, ProgrammeCalendar calendar, TimeProvider clock)
{
    /// <summary>Empty for who leads nothing.</summary>
    public async Task<IReadOnlyList<LedGroup>> ReadAsync(CancellationToken cancellationToken)
    {
        var roles = user.Roles.Where(r => r.Role == Role.Lead).ToList();
        if (roles.Count == 0)
            return [];
        var (leadsAll, ids) = (roles.Exists(r => r.WorkingGroupId is null), roles.Select(r => r.WorkingGroupId).OfType<Guid>().Distinct().ToList());
        var groups = await db.WorkingGroups.Where(g => leadsAll || ids.Contains(g.Id)).OrderBy(g => g.Name).ThenBy(g => g.Id).Select(g => new { g.Id, g.Code, g.Name }).ToListAsync(cancellationToken);
        var led = groups.ConvertAll(g => g.Id);
        var parts = await db.SubGroups.Where(s => led.Contains(s.WorkingGroupId)).ToDictionaryAsync(s => s.Id, s => s.Name, cancellationToken);
        var sessions = await db.Sessions.Where(s => s.WorkingGroupId != null && led.Contains(s.WorkingGroupId.Value)).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).Select(SessionLine.Of).ToListAsync(cancellationToken);
        var open = await (from i in db.SessionItems
                          where i.Kind == ItemKind.Action && i.DoneAt == null
                          join s in db.Sessions on i.SessionId equals s.Id
                          where s.WorkingGroupId != null && led.Contains(s.WorkingGroupId.Value)
                          select new { i.SessionId, i.Due }).ToListAsync(cancellationToken);
        var (now, today) = (clock.GetUtcNow().UtcDateTime, calendar.Today);
        return
        [
            .. from g in groups
               from part in PartsOf(roles, leadsAll, g.Id)
               let own = sessions.FindAll(s => s.GroupId == g.Id && (part is null || s.SubGroupId == part))
               let ownIds = own.Select(s => s.Id).ToHashSet()
               let todo = open.FindAll(i => ownIds.Contains(i.SessionId))
               select new LedGroup(g.Code, $"{new GroupKey(g.Code, part)}", part is { } of ? $"{g.Name}: {parts[of]}" : g.Name,
                   own.Find(s => s.IsAhead(now)), own.FindLast(s => !s.IsAhead(now)),
                   own.FindAll(s => s.State == SessionState.Draft && !s.IsAhead(now)), todo.Count, todo.Count(i => i.Due < today)),
        ];
    }

    /// <summary>Empty stands for the whole group.</summary>
    private static IEnumerable<Guid?> PartsOf(List<ScopedRole> roles, bool leadsAll, Guid group)
    {
        var own = roles.Where(r => r.WorkingGroupId == group).Select(r => r.SubGroupId).Distinct().ToList();
        return leadsAll || own.Contains(null) ? [null] : own;
    }
}

/// <param name="Key">As the form of a session takes it.</param>
/// <param name="Drafts">Sessions that have taken place and whose minutes are not circulated yet.</param>
public sealed record LedGroup(string Code, string Key, string Name, SessionLine? Next, SessionLine? Last, IReadOnlyList<SessionLine> Drafts, int OpenFollowUps, int LateFollowUps);
