using Ccri.Domain.Organisations;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>A territory or an organisation is in the same network once at a time; again after an end is another membership.</summary>
public static class MembershipTwice
{
    /// <param name="field">Where the refusal is shown.</param>
    /// <exception cref="FluentValidation.ValidationException">When there is another that overlaps it.</exception>
    public static async Task RefuseAsync(CcriDbContext db, NetworkMembership membership, string field, CancellationToken cancellationToken)
    {
        var alike = await db.NetworkMemberships.AsNoTracking().Where(m => m.Id != membership.Id && m.NetworkId == membership.NetworkId
            && m.TerritoryId == membership.TerritoryId && m.OrganisationId == membership.OrganisationId).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        if (alike.Find(other => other.Overlaps(membership)) is not { } twin)
            return;
        var network = await db.Networks.Where(n => n.Id == membership.NetworkId).Select(n => n.Name).SingleAsync(cancellationToken);
        throw Refusal.At(field, $"The {(membership.TerritoryId is null ? "organisation" : "territory")} is a member of {network} already ({Words.Of(twin.From, twin.To)}). End that membership first, or let this one begin later.");
    }
}
