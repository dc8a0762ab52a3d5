using Ccri.Domain.Accounts;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <summary>Whose needs a page is about.</summary>
public sealed record TerritoryOfNeeds(Guid Id, string Slug, string Name);

internal static class TerritoriesOfNeeds
{
    public static async Task<TerritoryOfNeeds> TerritoryOfNeedsAsync(this CcriDbContext db, string slug, CancellationToken cancellationToken) =>
        await db.Territories.Where(t => t.Slug == slug).Select(t => new TerritoryOfNeeds(t.Id, t.Slug, t.Name)).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFoundException("Territory", slug);

    /// <summary>Whether the user speaks for the territory.</summary>
    public static bool SpeaksFor(this CurrentUser user, Guid territoryId) => user.Roles.Any(r => r.Role == Role.Territory && r.TerritoryId == territoryId);

    /// <exception cref="NotAllowedException">When the user does not speak for the territory.</exception>
    public static void RequireOwn(this CurrentUser user, Guid territoryId)
    {
        if (!user.IsSystem && !user.SpeaksFor(territoryId))
            throw new NotAllowedException("A territory rates itself: only a contact of this territory may write that.");
    }
}
