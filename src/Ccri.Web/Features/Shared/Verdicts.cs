using Ccri.Domain.Needs;
using Ccri.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Shared;

/// <summary>What a territory said last of a need, and when.</summary>
/// <param name="IsTold">Whether the office wrote it down as it was told.</param>
public sealed record GivenVerdict(NeedVerdict What, DateOnly On, bool IsTold);

public static class Verdicts
{
    /// <summary>The last word on each need that has one, by the need's id; one question however many there are.</summary>
    public static async Task<IReadOnlyDictionary<Guid, GivenVerdict>> LatestVerdictsAsync(this CcriDbContext db, IQueryable<Need> needs, CancellationToken cancellationToken)
    {
        var given = await db.NeedSteps.AsNoTracking().Where(s => s.Verdict != null && needs.Any(n => n.Id == s.NeedId)).ToListAsync(cancellationToken);
        return given.GroupBy(s => s.NeedId).Select(of => NeedPast.LastVerdict(of)!).ToDictionary(s => s.NeedId, s => new GivenVerdict(s.Verdict!.Value, s.On, s.IsTold));
    }
}
