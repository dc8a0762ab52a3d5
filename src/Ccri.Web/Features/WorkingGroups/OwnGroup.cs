using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>The group whose members, sub-groups and facts somebody is about to change.</summary>
public static class OwnGroup
{
    /// <exception cref="NotFoundException">When there is no such group.</exception>
    /// <exception cref="NotAllowedException">When the user does not lead the whole group.</exception>
    public static async Task<WorkingGroup> LedAsync(this CcriDbContext db, GroupAccess groups, string? code, CancellationToken cancellationToken)
    {
        var group = await db.WorkingGroups.SingleOrDefaultAsync(g => g.Code == code, cancellationToken) ?? throw new NotFoundException("Working group", code ?? "");
        groups.RequireLead(group.Id);
        return group;
    }
}
