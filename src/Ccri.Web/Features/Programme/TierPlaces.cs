using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Programme;

public static class TierPlaces
{
    /// <summary>Places of each tier that are taken by territories that take part or are about to; a tier has its room in each cohort, so the fullest one counts.</summary>
    public static async Task<Dictionary<Guid, int>> PlacesTakenAsync(this CcriDbContext db, DateOnly today, CancellationToken cancellationToken) =>
        (await db.Participations.NotOverBy(today).GroupBy(p => new { p.TierId, p.CohortId }).Select(g => new { g.Key.TierId, Count = g.Count() }).ToListAsync(cancellationToken))
        .GroupBy(places => places.TierId).ToDictionary(tier => tier.Key, tier => tier.Max(places => places.Count));
}
