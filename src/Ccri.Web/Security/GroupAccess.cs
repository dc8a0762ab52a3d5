using Ccri.Domain.Accounts;
using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;

namespace Ccri.Web.Security;

/// <summary>What the current user may see and change of working groups and their sessions.</summary>
public sealed class GroupAccess(CcriDbContext db, CurrentUser user, Access access, ProgrammeCalendar calendar)
{
    /// <summary>Whether the user reads all sessions, drafts included.</summary>
    public bool SeesAll => user.IsSystem || user.Has(Role.Officer, Role.Lead, Role.Coordinator);

    /// <summary>Whether the user writes in any group, or for everybody.</summary>
    public bool WritesAnywhere => access.MayEditForOffice(null) || user.Has(Role.Lead);

    /// <summary>Whether the user logs and edits sessions there: the office and a lead of every group everywhere, a lead in the own group, the coordinator of a sub-group in that alone.</summary>
    /// <param name="groupId">Empty of an event for everybody.</param>
    public bool MayWrite(Guid? groupId, Guid? subGroupId) => access.MayEditForOffice(null) || user.Roles.Any(r => r.Role == Role.Lead
        && (r.WorkingGroupId is null || r.WorkingGroupId == groupId && groupId is not null && (r.SubGroupId is null || r.SubGroupId == subGroupId)));

    /// <summary>Whether the user leads the whole group: its members, its sub-groups, its report.</summary>
    public bool MayLead(Guid groupId) => MayWrite(groupId, null);

    /// <summary>Whether the user says that a follow-up of a session there is done, or is not after all: who writes there, the person who took it on, and the contact of the territory that took it on.</summary>
    /// <param name="ownerId">The person who is to do it.</param>
    /// <param name="ownerTerritoryId">The territory that is to do it.</param>
    public bool MayFinish(Guid? groupId, Guid? subGroupId, Guid? ownerId, Guid? ownerTerritoryId) => MayWrite(groupId, subGroupId)
        || ownerId is { } person && person == user.PersonId || ownerTerritoryId is { } territory && OwnTerritories.Contains(territory);

    /// <summary>The groups in which the user writes, or in a part of them; the own ones of a lead first wherever they are listed.</summary>
    public IReadOnlyCollection<Guid> OwnGroups => [.. user.Roles.Where(r => r is { Role: Role.Lead, WorkingGroupId: not null }).Select(r => r.WorkingGroupId!.Value).Distinct()];

    private Guid[] OwnTerritories => [.. user.Roles.Where(r => r is { Role: Role.Territory, TerritoryId: not null }).Select(r => r.TerritoryId!.Value)];

    /// <summary>The sessions that the user may read: the office and leads all; the desk what is final; a territory what was circulated of groups it is in, and of what it came to.</summary>
    public IQueryable<Session> Visible(IQueryable<Session> sessions)
    {
        if (SeesAll)
            return sessions;
        var (own, isDesk, today) = (OwnTerritories, user.Has(Role.Desk), calendar.Today);
        return sessions.Where(s => isDesk && s.State == SessionState.Final
            || own.Length > 0 && s.State != SessionState.Draft && (
                s.WorkingGroupId == null && s.State == SessionState.Final
                || s.Attendees.Any(a => a.TerritoryId != null && own.Contains(a.TerritoryId.Value))
                || db.GroupMemberships.Any(m => m.WorkingGroupId == s.WorkingGroupId && m.TerritoryId != null && own.Contains(m.TerritoryId.Value)
                    && ((m.From == null || m.From <= s.On) && (m.To == null || m.To >= s.On) || (m.From == null || m.From <= today) && (m.To == null || m.To >= today)))));
    }

    /// <summary>What lies ahead and the user may know of: topic, time and place, though nothing is circulated yet. A territory knows what is planned in the groups it is in.</summary>
    /// <param name="now">UTC.</param>
    public IQueryable<Session> Ahead(IQueryable<Session> sessions, DateTime now)
    {
        var (all, own, today) = (SeesAll, OwnTerritories, calendar.Today);
        return sessions.Where(s => s.StartsAt > now && (all || db.GroupMemberships.Any(m => m.WorkingGroupId == s.WorkingGroupId && m.TerritoryId != null && own.Contains(m.TerritoryId.Value)
            && (m.From == null || m.From <= today) && (m.To == null || m.To >= today))));
    }

    /// <exception cref="NotAllowedException">When the user only reads there.</exception>
    public void RequireWrite(Guid? groupId, Guid? subGroupId)
    {
        if (!MayWrite(groupId, subGroupId))
            throw new NotAllowedException(groupId is null
                ? "Events for everybody are logged by the support office. Choose your own group, or ask an officer."
                : "This is written by the lead of the working group, or by whoever coordinates its sub-group. A coordinator can widen your role.");
    }

    /// <exception cref="NotAllowedException">When the user does not lead the whole group.</exception>
    public void RequireLead(Guid groupId)
    {
        if (!MayLead(groupId))
            throw new NotAllowedException("This is changed by the lead of the working group. A coordinator can widen your role.");
    }
}
