using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Organisations;

/// <summary>An organisation has a role for the same territory or group once at a time; again after an end is another role.</summary>
public static class RoleTwice
{
    /// <param name="field">Where the refusal is shown.</param>
    public static async Task RefuseAsync(CcriDbContext db, OrganisationRole role, string field, CancellationToken cancellationToken)
    {
        var alike = await db.OrganisationRoles.AsNoTracking().Where(r => r.Id != role.Id && r.OrganisationId == role.OrganisationId && r.Kind == role.Kind
            && r.TerritoryId == role.TerritoryId && r.WorkingGroupId == role.WorkingGroupId).OrderBy(r => r.Id).ToListAsync(cancellationToken);
        if (alike.Find(other => other.Overlaps(role)) is { } twin)
            throw Refusal.At(field, $"The organisation has this role already ({Words.Of(twin.From, twin.To)}). End that one first, or let this one begin later.");
    }
}
