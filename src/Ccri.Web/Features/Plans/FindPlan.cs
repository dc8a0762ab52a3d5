using Ccri.Domain.Plans;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Plans;

internal static class FindPlan
{
    /// <exception cref="NotFoundException">When there is none of that code.</exception>
    public static async Task<Plan> PlanAsync(this CcriDbContext db, string code, CancellationToken cancellationToken) =>
        await db.Plans.SingleOrDefaultAsync(p => p.Code == code, cancellationToken) ?? throw new NotFoundException("Plan", code);
}
