using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Reports;

/// <summary>What the pages of files and previews say of a period.</summary>
/// <param name="Revision">The last frozen one; 0 when it was never frozen.</param>
public sealed record PeriodHead(Guid Id, string Code, string Name, DateOnly From, DateOnly To, bool IsFrozen, int Revision);

internal static class PeriodHeads
{
    /// <exception cref="NotFoundException">When there is none of that code.</exception>
    public static async Task<PeriodHead> PeriodHeadAsync(this CcriDbContext db, string code, CancellationToken cancellationToken) =>
        await db.ReportingPeriods.Where(p => p.Code == code).Select(p => new PeriodHead(p.Id, p.Code, p.Name, p.From, p.To, p.IsFrozen, p.Revision)).SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException("Period", code);
}
