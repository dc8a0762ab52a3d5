using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>Finds what only the lead of the whole group changes: its facts, its members and sub-groups, its report.</summary>
internal static class LedGroups
{
    /// <exception cref="NotFoundException">When there is no such group.</exception>
    /// <exception cref="NotAllowedException">When the user does not lead the whole group.</exception>
    public static async Task<WorkingGroup> LedGroupAsync(this CcriDbContext db, GroupAccess groups, string? code, CancellationToken cancellationToken)
    {
        var group = await db.WorkingGroups.SingleOrDefaultAsync(g => g.Code == code, cancellationToken) ?? throw new NotFoundException("Working group", code ?? "");
        groups.RequireLead(group.Id);
        return group;
    }

    /// <summary>An item of one of the group's sessions, and the group.</summary>
    /// <exception cref="NotFoundException">When the group has no such item.</exception>
    /// <exception cref="NotAllowedException">When the user does not lead the whole group.</exception>
    public static async Task<(WorkingGroup Group, SessionItem Item)> LedItemAsync(this CcriDbContext db, GroupAccess groups, string code, Guid id, CancellationToken cancellationToken)
    {
        var group = await db.LedGroupAsync(groups, code, cancellationToken);
        return (group, await db.SessionItems.SingleOrDefaultAsync(i => i.Id == id && db.Sessions.Any(s => s.Id == i.SessionId && s.WorkingGroupId == group.Id), cancellationToken) ?? throw new NotFoundException("Item", id));
    }
}
