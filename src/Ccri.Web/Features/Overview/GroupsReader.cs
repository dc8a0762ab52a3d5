using Ccri.Domain;
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
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.WorkingGroupId != null && led.Contains(s.WorkingGroupId.Value)).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);
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
               let own = sessions.FindAll(s => s.WorkingGroupId == g.Id && (part is null || s.SubGroupId == part))
               let ownIds = own.Select(s => s.Id).ToHashSet()
               let todo = open.FindAll(i => ownIds.Contains(i.SessionId))
               select new LedGroup(g.Code, $"{new GroupKey(g.Code, part)}", part is { } of ? $"{g.Name}: {parts[of]}" : g.Name,
                   Line(own.Find(s => s.IsAhead(now))), Line(own.FindLast(s => !s.IsAhead(now))),
                   own.Where(s => s.State == SessionState.Draft && !s.IsAhead(now)).Select(s => Line(s)!).ToList(), todo.Count, todo.Count(i => i.Due < today)),
        ];
    }

    /// <summary>Empty stands for the whole group.</summary>
    private static IEnumerable<Guid?> PartsOf(List<ScopedRole> roles, bool leadsAll, Guid group)
    {
        var own = roles.Where(r => r.WorkingGroupId == group).Select(r => r.SubGroupId).Distinct().ToList();
        return leadsAll || own.Contains(null) ? [null] : own;
    }

    private static LedSession? Line(Session? session) => session is null ? null : new LedSession(session.Id, session.Topic, session.Time, session.Precision);
}

/// <param name="Key">As the form of a session takes it.</param>
/// <param name="Drafts">Sessions that have taken place and whose minutes are not circulated yet.</param>
public sealed record LedGroup(string Code, string Key, string Name, LedSession? Next, LedSession? Last, IReadOnlyList<LedSession> Drafts, int OpenFollowUps, int LateFollowUps);

public sealed record LedSession(Guid Id, string Topic, SessionTime Time, DatePrecision Precision);
