using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Ccri.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>
/// The needs that the user sees; every query over needs of somebody who may be a territory contact starts here. A need that was made from a
/// rating tells the rating, so a territory sees it once it may see the round (decision 24).
/// </summary>
public sealed class VisibleNeeds(CcriDbContext db, Access access)
{
    public async Task<IQueryable<Need>> QueryAsync(CancellationToken cancellationToken)
    {
        var visible = access.Visible(db.Needs);
        if (access.SeesAllWork)
            return visible;
        var rounds = await access.Visible(db.AssessmentRounds).AsNoTracking().ToListAsync(cancellationToken);
        var closed = rounds.Where(r => !RoundPairs.IsOpenToTerritory(r, rounds)).Select(r => r.Id).ToList();
        return visible.Where(n => n.RoundId == null || !closed.Contains(n.RoundId.Value));
    }
}
