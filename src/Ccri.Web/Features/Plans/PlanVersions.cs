using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Features.Shared;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

/// <summary>Keeps how a plan stands, with everything in it, in the same save as what it is kept for.</summary>
internal static class PlanVersions
{
    /// <remarks>The plan is held meanwhile, so that two who keep it at once get two numbers, and nobody who holds it changes it between two queries of the picture.</remarks>
    /// <param name="now">UTC.</param>
    public static async Task<PlanVersion> KeepAsync(this CcriDbContext db, Plan plan, VersionOccasion occasion, string? note, CurrentUser user, DateTime now, CancellationToken cancellationToken)
    {
        var last = await db.PlanVersions.Where(v => v.PlanId == plan.Id).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0;
        var content = KeptPicture.Of(await PlanPicture.OfAsync(db, plan, cancellationToken));
        var version = new PlanVersion(plan, last + 1, occasion, note, content, user.PersonId, now);
        db.PlanVersions.Add(version);
        return version;
    }
}
