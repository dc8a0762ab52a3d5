using Ccri.Domain.Needs;
using Ccri.Domain.Support;
using Ccri.Web.Data;
using Ccri.Web.Errors;
using Microsoft.EntityFrameworkCore;

namespace Ccri.Web.Features.Needs;

/// <param name="Dimension">By name.</param>
/// <param name="Served">How many activities served it.</param>
public sealed record NeedRow(Need Need, string Dimension, int Served);

internal static class NeedRows
{
    public static async Task<Need> NumberedAsync(this IQueryable<Need> needs, Guid territoryId, int number, CancellationToken cancellationToken) =>
        await needs.SingleOrDefaultAsync(n => n.TerritoryId == territoryId && n.Number == number, cancellationToken) ?? throw new NotFoundException("Need", number);

    public static async Task<int> NextNumberAsync(this CcriDbContext db, Guid territoryId, CancellationToken cancellationToken) =>
        await db.Needs.Where(n => n.TerritoryId == territoryId).MaxAsync(n => (int?)n.Number, cancellationToken) + 1 ?? 1;

    /// <summary>The numbers of the needs that were made from the ratings of a round, by the key of the question.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> RaisedFromAsync(this CcriDbContext db, Guid roundId, CancellationToken cancellationToken) =>
        (await db.Needs.Where(n => n.RoundId == roundId && n.SplitFromId == null).OrderBy(n => n.Number).Select(n => new { n.Dimension, n.Number }).ToListAsync(cancellationToken)).DistinctBy(n => n.Dimension).ToDictionary(n => n.Dimension, n => n.Number);

    /// <summary>The activities that served a need, to be changed.</summary>
    public static Task<List<SupportActivity>> ServingAsync(this CcriDbContext db, Need need, CancellationToken cancellationToken) =>
        db.SupportActivities.Include(a => a.Needs).Where(a => a.Needs.Any(s => s.NeedId == need.Id)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
}
