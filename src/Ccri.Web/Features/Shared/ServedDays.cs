using Ccri.Domain.Support;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

public static class ServedDays
{
    /// <summary>The last day of each activity that served a need, by the need's id; one question however many there are.</summary>
    public static async Task<ILookup<Guid, DateOnly>> ServedDaysAsync(this CcriDbContext db, IQueryable<ServedNeed> served, CancellationToken cancellationToken) =>
        (await (from s in served
                join a in db.SupportActivities on s.ActivityId equals a.Id
                select new { s.NeedId, a.On, a.Until }).ToListAsync(cancellationToken)).ToLookup(s => s.NeedId, s => s.Until ?? s.On);
}
