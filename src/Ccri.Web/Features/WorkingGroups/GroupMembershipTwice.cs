using Ccri.Domain.WorkingGroups;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.WorkingGroups;

/// <summary>A territory or an organisation is in the same group once at a time; again after an end is another membership.</summary>
public static class GroupMembershipTwice
{
    /// <param name="field">Where the refusal is shown.</param>
    /// <exception cref="FluentValidation.ValidationException">When there is another that overlaps it.</exception>
    public static async Task RefuseAsync(CcriDbContext db, GroupMembership membership, string field, CancellationToken cancellationToken)
    {
        var alike = await db.GroupMemberships.AsNoTracking().Where(m => m.Id != membership.Id && m.WorkingGroupId == membership.WorkingGroupId
            && m.TerritoryId == membership.TerritoryId && m.OrganisationId == membership.OrganisationId).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        if (alike.Find(other => other.Overlaps(membership)) is { } twin)
            throw Refusal.At(field, $"The {(membership.TerritoryId is null ? "organisation" : "territory")} is a member of this group already ({Words.Of(twin.From, twin.To)}). End that membership first, or let this one begin later.");
    }
}
